-- What refund officers established about victims. Persons are in one column each: organisation and badge number as told, as JSON.
CREATE TABLE victim (
    case_id                  uuid PRIMARY KEY,
    identity_document_digest text CHECK (identity_document_digest ~ '^[0-9a-f]{64}$'), -- null: not verified
    identity_verified_at     timestamptz,
    identity_verified_by     text,
    loss_fen                 bigint CHECK (loss_fen BETWEEN 0 AND 10000000000000),     -- null: not proven
    restored_elsewhere_fen   bigint CHECK (restored_elsewhere_fen BETWEEN 0 AND 10000000000000),
    loss_evidence_digest     text CHECK (loss_evidence_digest ~ '^[0-9a-f]{64}$'),
    loss_proven_at           timestamptz,
    loss_proven_by           text,
    agent_name               text CHECK (agent_name <> ''),                            -- null: nobody acts for the victim
    agent_authority_digest   text CHECK (agent_authority_digest ~ '^[0-9a-f]{64}$'),   -- null: missing
    agent_appointed_at       timestamptz,
    agent_appointed_by       text,
    plans_due_at             timestamptz, -- when plans for the victim are made again; null: they are
    version                  integer     NOT NULL,
    CHECK ((identity_document_digest IS NULL) = (identity_verified_at IS NULL)
           AND (identity_document_digest IS NULL) = (identity_verified_by IS NULL)),
    CHECK ((loss_fen IS NULL) = (restored_elsewhere_fen IS NULL) AND (loss_fen IS NULL) = (loss_evidence_digest IS NULL)
           AND (loss_fen IS NULL) = (loss_proven_at IS NULL) AND (loss_fen IS NULL) = (loss_proven_by IS NULL)),
    CHECK (agent_name IS NOT NULL OR agent_authority_digest IS NULL)
);

CREATE INDEX victim_plans_due ON victim (plans_due_at) WHERE plans_due_at IS NOT NULL;

-- Disputes about whose money it is.
CREATE TABLE ownership_dispute (
    dispute_id   uuid PRIMARY KEY,
    case_id      uuid        NOT NULL,
    reason       text        NOT NULL CHECK (reason <> ''),
    opened_at    timestamptz NOT NULL,
    opened_by    text        NOT NULL,
    close_reason text CHECK (close_reason <> ''), -- null: open
    closed_at    timestamptz,
    closed_by    text,
    CHECK ((closed_at IS NULL) = (close_reason IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL))
);

CREATE INDEX ownership_dispute_case ON ownership_dispute (case_id);
