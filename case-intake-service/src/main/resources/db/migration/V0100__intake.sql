-- What came in, once: a report or a supplement. The request id makes a resend safe.
CREATE TABLE submission (
    request_id  uuid PRIMARY KEY,
    case_id     uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('REPORT', 'SUPPLEMENT')),
    digest      bytea       NOT NULL CHECK (length(digest) = 32), -- SHA-256 of content
    content     bytea       NOT NULL,                             -- the request as it came, protobuf
    warnings    text        NOT NULL,                             -- JSON: [{field, code, description}]
    accepted_at timestamptz NOT NULL
);

CREATE INDEX submission_case ON submission (case_id);

CREATE TABLE fraud_case (
    case_id        uuid PRIMARY KEY, -- UUIDv7: newest last
    status         text        NOT NULL CHECK (status IN ('OPEN', 'FILED', 'CLOSED')),
    channel        text        NOT NULL,
    fraud_type     text        NOT NULL,
    accepted_at    timestamptz NOT NULL,
    transfer_count integer     NOT NULL CHECK (transfer_count BETWEEN 0 AND 500),
    reported_fen   bigint      NOT NULL CHECK (reported_fen >= 0)
);

-- Every transfer that was ever reported; a correction is a row of its own and names the one it puts right.
CREATE TABLE transfer (
    transfer_id          uuid PRIMARY KEY,
    case_id              uuid    NOT NULL,
    request_id           uuid    NOT NULL,
    ordinal              integer NOT NULL,
    corrects_transfer_id uuid,
    payer_name           text    NOT NULL,
    payer_number         text    NOT NULL,
    payer_kind           text    NOT NULL,
    payer_institution    text    NOT NULL,
    payee_name           text    NOT NULL,
    payee_number         text    NOT NULL,
    payee_kind           text    NOT NULL,
    payee_institution    text    NOT NULL,
    amount_fen           bigint CHECK (amount_fen BETWEEN 1 AND 10000000000000),
    currency             text    NOT NULL,
    transferred_at       timestamptz,
    serial               text    NOT NULL
);

CREATE INDEX transfer_case ON transfer (case_id);
-- A transfer is put right once; who finds it wrong again corrects the correction.
CREATE UNIQUE INDEX transfer_correction ON transfer (corrects_transfer_id) WHERE corrects_transfer_id IS NOT NULL;
