-- Forms of plans that were made. What a form says is bound to its plan; when it changes, the form gets another version. Files are not kept:
-- the same content makes the same file again.
CREATE TABLE refund_form (
    form_id            uuid PRIMARY KEY,
    plan_id            uuid        NOT NULL REFERENCES refund_plan,
    kind               text        NOT NULL CHECK (kind IN ('APPLICATION', 'FLOW_TABLE', 'REPORT', 'DECISION', 'BANK_NOTICE')),
    case_id            uuid,       -- of the victim, for an application
    institution_code   text,       -- of the institution, for a notice to one
    version            integer     NOT NULL CHECK (version >= 1),
    content_digest     text        NOT NULL CHECK (content_digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of what it says
    file_digest        text        NOT NULL CHECK (file_digest ~ '^[0-9a-f]{64}$'),    -- SHA-256 of the file
    size_bytes         bigint      NOT NULL CHECK (size_bytes > 0),
    pages              integer     NOT NULL CHECK (pages >= 1),
    missing_characters integer     NOT NULL CHECK (missing_characters >= 0), -- different ones that no font has
    made_at            timestamptz NOT NULL,
    made_by            text        NOT NULL, -- a person: organisation and badge number as told, as JSON
    CHECK ((kind = 'APPLICATION') = (case_id IS NOT NULL)),
    CHECK ((kind = 'BANK_NOTICE') = (institution_code IS NOT NULL)),
    -- Of two who make the same form at once, one makes the version.
    CONSTRAINT refund_form_version UNIQUE NULLS NOT DISTINCT (plan_id, kind, case_id, institution_code, version)
);
