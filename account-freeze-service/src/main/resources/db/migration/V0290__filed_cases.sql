-- 立案: what a freeze needs of the filing of its case, as case-intake announces it. The last revision that came counts; case-intake
-- keeps the others.
CREATE TABLE filed_case (
    case_id         uuid PRIMARY KEY,
    revision        integer     NOT NULL CHECK (revision >= 1),
    filing_number   text        NOT NULL,
    organisation    text        NOT NULL,
    filed_at        timestamptz NOT NULL,
    document_digest text        NOT NULL CHECK (document_digest ~ '^[0-9a-f]{64}$'), -- SHA-256
    closed_at       timestamptz -- 结案; null while the case is not closed. A withdrawn case is in withdrawn_case
);
