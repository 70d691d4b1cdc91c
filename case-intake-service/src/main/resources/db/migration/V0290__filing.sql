-- 立案: a case is filed once; a correction of the filing is another revision, so that what was said before stays readable.
-- 结案: a filed case is closed once, and takes no supplement afterwards: one that comes later violates the check, as after a withdrawal.
ALTER TABLE fraud_case
    ADD COLUMN filing_number text NOT NULL DEFAULT '', -- of the last revision; empty while the case is not filed
    ADD COLUMN closed_after integer, -- submissions before the closing; null while it is not closed so
    ADD CONSTRAINT fraud_case_closed CHECK (closed_after IS NULL OR status = 'CLOSED' AND submissions = closed_after);

CREATE TABLE filing (
    request_id      uuid PRIMARY KEY,
    case_id         uuid        NOT NULL,
    revision        integer     NOT NULL CHECK (revision >= 1),
    digest          bytea       NOT NULL CHECK (length(digest) = 32), -- SHA-256 of the request
    number          text        NOT NULL CHECK (number <> ''),
    filed_by        text        NOT NULL CHECK (filed_by <> ''),
    filed_at        timestamptz NOT NULL,
    document_digest text        NOT NULL CHECK (document_digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of the document
    recorded_at     timestamptz NOT NULL,
    reason          text        NOT NULL, -- why it corrects the revision before; empty for the first
    organisation    text        NOT NULL, -- of the officer, as the badge number
    badge_number    text        NOT NULL,
    UNIQUE (case_id, revision),
    CHECK ((revision = 1) = (reason = ''))
);

CREATE TABLE closing (
    request_id   uuid PRIMARY KEY,
    case_id      uuid        NOT NULL UNIQUE,
    digest       bytea       NOT NULL CHECK (length(digest) = 32), -- SHA-256 of the request
    closed_at    timestamptz NOT NULL,
    reason       text        NOT NULL CHECK (reason <> ''),
    organisation text        NOT NULL, -- of the officer, as the badge number
    badge_number text        NOT NULL
);

CREATE TRIGGER filing_append_only BEFORE UPDATE OR DELETE ON filing
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER closing_append_only BEFORE UPDATE OR DELETE ON closing
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
