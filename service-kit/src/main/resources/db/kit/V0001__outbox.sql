-- Events of this service that the next one has not taken yet. A row is written with the change that caused it and
-- deleted once the next service has answered; whoever finds it due hands it over again.
CREATE TABLE outbox (
    event_id    uuid PRIMARY KEY,
    case_id     uuid        NOT NULL,
    type        text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    data        bytea       NOT NULL,
    due_at      timestamptz NOT NULL,
    attempts    integer     NOT NULL DEFAULT 0,
    rejected    text -- why the next service can never take it: a person must look
);

CREATE INDEX outbox_due ON outbox (due_at) WHERE rejected IS NULL;
CREATE INDEX outbox_case ON outbox (case_id);
