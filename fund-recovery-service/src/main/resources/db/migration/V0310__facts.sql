-- What account-freeze tells of accounts, cases and holds. Facts may come in any order and more than once: the highest revision counts.

-- Transfers as victims reported them.
CREATE TABLE reported_transfer (
    transfer_id            uuid PRIMARY KEY,
    revision               integer     NOT NULL CHECK (revision >= 1),
    case_id                uuid        NOT NULL,
    payer_institution_code text        NOT NULL, -- the payer's parts are empty where the report does not name it
    payer_number           text        NOT NULL,
    payer_name             text        NOT NULL,
    payer_kind             text        NOT NULL,
    institution_code       text        NOT NULL, -- of the payee, as the next three
    account_number         text        NOT NULL CHECK (account_number <> ''),
    account_name           text        NOT NULL,
    account_kind           text        NOT NULL,
    amount_fen             bigint CHECK (amount_fen BETWEEN 1 AND 10000000000000), -- null: not known
    transferred_at         timestamptz, -- null: not known
    serial                 text        NOT NULL,
    corrects               uuid,        -- the transfer that this one puts right: it does not count
    duplicate_of           uuid,        -- the transfer of an earlier report that seems to be the same: this one does not count
    is_loss                boolean     NOT NULL -- the money was the victim's own
);

CREATE INDEX reported_transfer_case ON reported_transfer (case_id);
CREATE INDEX reported_transfer_account ON reported_transfer (institution_code, account_number);
CREATE INDEX reported_transfer_corrects ON reported_transfer (corrects) WHERE corrects IS NOT NULL;

-- Bookings of accounts, as their institutions told them.
CREATE TABLE booking (
    institution_code              text        NOT NULL,
    account_number                text        NOT NULL CHECK (account_number <> ''),
    direction                     text        NOT NULL CHECK (direction IN ('IN', 'OUT')),
    serial                        text        NOT NULL,
    ordinal                       integer     NOT NULL CHECK (ordinal >= 1),
    revision                      integer     NOT NULL CHECK (revision >= 1),
    account_name                  text        NOT NULL,
    account_kind                  text        NOT NULL,
    kind                          text        NOT NULL CHECK (kind IN ('TRANSFER', 'CASH', 'MERCHANT')),
    amount_fen                    bigint      NOT NULL CHECK (amount_fen BETWEEN 1 AND 10000000000000),
    booked_at                     timestamptz NOT NULL,
    sequence                      bigint      NOT NULL,
    counterparty_institution_code text        NOT NULL, -- the counterparty's parts are empty for cash and merchants
    counterparty_number           text        NOT NULL,
    counterparty_name             text        NOT NULL,
    counterparty_kind             text        NOT NULL,
    is_replaced                   boolean     NOT NULL, -- another booking has taken its place
    PRIMARY KEY (institution_code, account_number, direction, serial, ordinal)
);

CREATE INDEX booking_counterparty ON booking (counterparty_institution_code, counterparty_number)
    WHERE counterparty_number <> '';

-- Balances and statements, as institutions told them: one for each order or query that brought one.
CREATE TABLE balance (
    application_id   uuid PRIMARY KEY,
    revision         integer     NOT NULL CHECK (revision >= 1),
    institution_code text        NOT NULL,
    account_number   text        NOT NULL CHECK (account_number <> ''),
    balance_fen      bigint      NOT NULL CHECK (balance_fen BETWEEN 0 AND 10000000000000),
    as_of            timestamptz NOT NULL,
    opening_fen      bigint CHECK (opening_fen BETWEEN 0 AND 10000000000000), -- null: not told
    since            timestamptz -- from when on all bookings are told; null: not told
);

CREATE INDEX balance_account ON balance (institution_code, account_number, as_of);

-- Stops and freezes.
CREATE TABLE hold (
    hold_id          uuid PRIMARY KEY,
    revision         integer     NOT NULL CHECK (revision >= 1),
    case_id          uuid        NOT NULL,
    institution_code text        NOT NULL,
    account_number   text        NOT NULL CHECK (account_number <> ''),
    account_name     text        NOT NULL,
    account_kind     text        NOT NULL,
    measure          text        NOT NULL CHECK (measure IN ('STOP', 'FREEZE')),
    is_in_effect     boolean     NOT NULL,
    held_fen         bigint      NOT NULL CHECK (held_fen BETWEEN 0 AND 10000000000000),
    began_at         timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    approval_level   text CHECK (approval_level IN ('COUNTY', 'CITY')) -- null for a stop
);

CREATE INDEX hold_account ON hold (institution_code, account_number);
CREATE INDEX hold_case ON hold (case_id);

-- Cases as far as recovery needs them. A row is made by whatever is told first.
CREATE TABLE recovery_case (
    case_id             uuid PRIMARY KEY,
    victim_name         text        NOT NULL DEFAULT '', -- empty: not known
    status_revision     integer     NOT NULL DEFAULT 0 CHECK (status_revision >= 0), -- 0: nothing told of what follows
    filing_number       text        NOT NULL DEFAULT '', -- empty: not filed
    filing_organisation text        NOT NULL DEFAULT '',
    filed_at            timestamptz,
    is_closed           boolean     NOT NULL DEFAULT false,
    is_withdrawn        boolean     NOT NULL DEFAULT false
);

-- Accounts whose shares are to be computed, because something was told that concerns them.
CREATE TABLE attributed_account (
    institution_code    text        NOT NULL,
    account_number      text        NOT NULL,
    revision            bigint      NOT NULL, -- grows with every fact
    attributed_revision bigint      NOT NULL DEFAULT 0, -- as of the last computation
    due_at              timestamptz,          -- when any replica may compute it; null: nothing is due
    PRIMARY KEY (institution_code, account_number)
);

CREATE INDEX attributed_account_due ON attributed_account (due_at) WHERE due_at IS NOT NULL;
