-- Transfers that name no payer account, such as cash paid in at a counter or an ATM: whether a booking or an officer confirms them.
ALTER TABLE attributed_flow ADD COLUMN is_credited boolean NOT NULL DEFAULT false; -- the payee's institution told of it

-- What officers decided about such transfers. The person is in one column: organisation and badge number as told, as JSON.
CREATE TABLE deposit_decision (
    transfer_id     uuid PRIMARY KEY,
    case_id         uuid        NOT NULL,
    is_confirmed    boolean     NOT NULL, -- false: the transfer does not count
    reason          text        NOT NULL CHECK (reason <> ''),
    evidence_digest text CHECK (evidence_digest ~ '^[0-9a-f]{64}$'), -- null: none
    decided_at      timestamptz NOT NULL,
    decided_by      text        NOT NULL
);
