-- Events of this service that account-freeze has not taken yet. A row is written with the change that caused it and deleted once
-- account-freeze has answered; whoever finds it due hands it over again.
CREATE TABLE outbox (
    event_id    uuid PRIMARY KEY,
    case_id     uuid        NOT NULL,
    type        text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    data        bytea       NOT NULL,
    due_at      timestamptz NOT NULL,
    attempts    integer     NOT NULL DEFAULT 0,
    rejected    text -- why account-freeze can never take it: a person must look
);

CREATE INDEX outbox_due ON outbox (due_at) WHERE rejected IS NULL;
CREATE INDEX outbox_case ON outbox (case_id);
CREATE INDEX outbox_rejected ON outbox (event_id) WHERE rejected IS NOT NULL;
