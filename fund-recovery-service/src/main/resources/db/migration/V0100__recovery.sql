-- Events that were booked: what arrives again finds its id here and books nothing.
CREATE TABLE inbox (
    event_id    uuid PRIMARY KEY,
    case_id     uuid        NOT NULL,
    received_at timestamptz NOT NULL
);

-- The ledger: every entry debits one position and credits another by the same sum. Entries are added, never changed; an
-- error is put right by another entry.
CREATE TABLE ledger_entry (
    entry_id         uuid PRIMARY KEY,
    event_id         uuid        NOT NULL,
    ordinal          integer     NOT NULL CHECK (ordinal >= 0), -- place in the event
    case_id          uuid        NOT NULL,
    institution_code text        NOT NULL, -- empty: nobody knows it yet
    account_number   text        NOT NULL CHECK (account_number <> ''),
    account_name     text        NOT NULL,
    account_kind     text        NOT NULL CHECK (account_kind IN ('UNSPECIFIED', 'BANK_PERSONAL', 'BANK_CORPORATE',
                                                                  'PAYMENT', 'PREPAID', 'GAME_CREDIT')),
    application_id   uuid,                 -- null: no order is behind it
    cause            text        NOT NULL CHECK (cause IN ('REPORTED', 'STOP_IN_EFFECT', 'STOP_LAPSED', 'STOP_LIFTED',
                                                           'CORRECTED')),
    debited          text        NOT NULL CHECK (debited IN ('REPORTED', 'UNKNOWN', 'HELD', 'LAPSED', 'LIFTED')),
    credited         text        NOT NULL CHECK (credited IN ('REPORTED', 'UNKNOWN', 'HELD', 'LAPSED', 'LIFTED')),
    amount_fen       bigint      NOT NULL CONSTRAINT ledger_entry_amount CHECK (amount_fen BETWEEN 1 AND 10000000000000),
    occurred_at      timestamptz NOT NULL,
    CONSTRAINT ledger_entry_two_sides CHECK (debited <> credited),
    -- Even without its inbox row an event could not be booked twice.
    CONSTRAINT ledger_entry_once UNIQUE (event_id, ordinal)
);

CREATE INDEX ledger_entry_case ON ledger_entry (case_id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

-- For each statement: it costs inserts nothing and refuses even what would hit no row.
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER inbox_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON inbox
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
