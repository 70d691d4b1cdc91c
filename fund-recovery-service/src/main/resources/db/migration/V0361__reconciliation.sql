-- Accounts whose books are compared with what institutions told, in turn. A row is there while money is held by the books or by a hold.
CREATE TABLE reconciled_account (
    institution_code text        NOT NULL,
    account_number   text        NOT NULL,
    due_at           timestamptz NOT NULL, -- when any replica may compare it
    PRIMARY KEY (institution_code, account_number)
);

CREATE INDEX reconciled_account_due ON reconciled_account (due_at);

INSERT INTO reconciled_account (institution_code, account_number, due_at)
SELECT institution_code, account_number, now() FROM ledger_entry
WHERE debited IN ('HELD', 'FROZEN') OR credited IN ('HELD', 'FROZEN')
UNION SELECT institution_code, account_number, now() FROM hold WHERE is_in_effect;

-- Differences that were found.
CREATE TABLE ledger_difference (
    difference_number bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    institution_code  text        NOT NULL,
    account_number    text        NOT NULL,
    case_id           uuid,       -- null: all cases together
    kind              text        NOT NULL CHECK (kind IN ('ABOVE_HOLDS', 'BELOW_HOLDS', 'ABOVE_BALANCE')),
    booked_fen        bigint      NOT NULL, -- held and frozen by the books
    told_fen          bigint      NOT NULL,
    first_seen_at     timestamptz NOT NULL,
    last_seen_at      timestamptz NOT NULL,
    is_settled        boolean     NOT NULL DEFAULT false, -- it stood longer than facts and movements may be apart: it counts
    resolved_at       timestamptz, -- null: it is there
    CHECK (resolved_at IS NULL OR is_settled),
    CHECK (booked_fen <> told_fen),
    CHECK (first_seen_at <= last_seen_at)
);

CREATE UNIQUE INDEX ledger_difference_open ON ledger_difference (institution_code, account_number, case_id, kind)
    NULLS NOT DISTINCT WHERE resolved_at IS NULL;

CREATE INDEX ledger_difference_counted ON ledger_difference (difference_number) WHERE is_settled;
