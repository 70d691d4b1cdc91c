-- Who reported: the payer as the report names it, empty where it does not.
ALTER TABLE reported_transfer
    ADD COLUMN payer_institution_code text NOT NULL DEFAULT '',
    ADD COLUMN payer_number           text NOT NULL DEFAULT '',
    ADD COLUMN weigh_at               timestamptz; -- when its payee's inflows are weighed again; null: nothing new

CREATE INDEX reported_transfer_account ON reported_transfer (institution_code, account_number);
CREATE INDEX reported_transfer_payer ON reported_transfer (payer_number) WHERE payer_number <> '';
CREATE INDEX reported_transfer_weigh ON reported_transfer (weigh_at) WHERE weigh_at IS NOT NULL;

ALTER TABLE inflow
    ADD COLUMN weigh_at timestamptz,                    -- when it is weighed whether its payer is a victim; null: it has been
    ADD COLUMN answered boolean NOT NULL DEFAULT false; -- it is a transfer that was reported: its payer has called

CREATE INDEX inflow_weigh ON inflow (weigh_at) WHERE weigh_at IS NOT NULL;
CREATE INDEX inflow_answered ON inflow (payer_number, payer_institution_code) WHERE answered;

-- 劝阻名单: likely victims who have not called yet, one row a stopped account and payer. That an entry is withdrawn, because its
-- payer has called or is a mule, and that a claim on it has run out, follow from what is known when somebody asks.
CREATE TABLE dissuasion (
    dissuasion_id          uuid PRIMARY KEY,
    institution_code       text        NOT NULL, -- the stopped account
    account_number         text        NOT NULL,
    account_name           text        NOT NULL, -- as its order says, and its kind
    account_kind           text        NOT NULL,
    payer_institution_code text        NOT NULL,
    payer_number           text        NOT NULL,
    payer_name             text        NOT NULL,
    payer_kind             text        NOT NULL,
    amount_fen             bigint      NOT NULL CHECK (amount_fen > 0),
    transfers              integer     NOT NULL CHECK (transfers > 0),
    first_booked_at        timestamptz NOT NULL,
    last_booked_at         timestamptz NOT NULL,
    listed_at              timestamptz NOT NULL,
    organisation           text, -- of the officer who claimed it last, as the next three
    badge_number           text,
    claimed_at             timestamptz,
    claimed_until          timestamptz,
    outcome                text CHECK (outcome IN ('DISSUADED', 'ALREADY_REPORTED', 'NOT_A_VICTIM', 'UNREACHABLE',
                                                   'LOSS_CONFIRMED')),
    note                   text,
    closed_at              timestamptz,
    UNIQUE (institution_code, account_number, payer_institution_code, payer_number),
    CHECK ((claimed_at IS NULL) = (organisation IS NULL) AND (claimed_at IS NULL) = (badge_number IS NULL)
           AND (claimed_at IS NULL) = (claimed_until IS NULL)),
    CHECK ((closed_at IS NULL) = (outcome IS NULL) AND (closed_at IS NULL) = (note IS NULL)),
    CHECK (closed_at IS NULL OR claimed_at IS NOT NULL)
);

CREATE INDEX dissuasion_unclosed ON dissuasion (dissuasion_id) WHERE closed_at IS NULL;
CREATE INDEX dissuasion_closed ON dissuasion (dissuasion_id) WHERE closed_at IS NOT NULL;
