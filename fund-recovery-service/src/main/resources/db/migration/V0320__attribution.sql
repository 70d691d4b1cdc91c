-- Whose money accounts hold, and whose money flows carried, as last computed.
ALTER TABLE attributed_account
    ADD COLUMN version         integer NOT NULL DEFAULT 0, -- number of computations
    ADD COLUMN computed_at     timestamptz,                -- null: never; so are all that follow
    ADD COLUMN shares          jsonb,                      -- fen by owner: {"<case id>": 100, "HOLDER": 1, "UNKNOWN": 1}
    ADD COLUMN total_fen       bigint,                     -- their sum
    ADD COLUMN is_unique       boolean,
    ADD COLUMN needs_statement boolean,
    ADD COLUMN is_determined   boolean,
    ADD COLUMN opening_fen     bigint,
    ADD COLUMN missing_fen     bigint,                     -- above zero: more is there than bookings brought; below zero: less
    ADD COLUMN balance_fen     bigint,                     -- null: not told
    ADD COLUMN balance_as_of   timestamptz,
    ADD COLUMN inflows         integer,
    ADD COLUMN level           integer,                    -- null: no victim's money came
    ADD COLUMN draft_due_at    timestamptz,                -- when a plan is drafted for it; null: that is done
    ADD CHECK ((computed_at IS NULL) = (shares IS NULL)),
    ADD CHECK ((balance_fen IS NULL) = (balance_as_of IS NULL));

CREATE INDEX attributed_account_draft_due ON attributed_account (draft_due_at) WHERE draft_due_at IS NOT NULL;
CREATE INDEX attributed_account_shares ON attributed_account USING gin (shares);

-- Money that moved, and whose it was. What accounts downstream hold is computed from what these carried, and plans are explained by them.
CREATE TABLE attributed_flow (
    source                 text        NOT NULL CHECK (source IN ('OPENING', 'UNTOLD_IN', 'REPORTED', 'OUT', 'IN', 'UNTOLD_OUT')),
    institution_code       text        NOT NULL, -- the account whose booking it is; of a report the payee
    account_number         text        NOT NULL,
    serial                 text        NOT NULL, -- of a report the id of its transfer; empty when nobody told of it
    ordinal                integer     NOT NULL,
    payer_institution_code text,                 -- null: it came from outside
    payer_number           text,
    payee_institution_code text,                 -- null: it left for cash, a merchant or an account that nobody follows
    payee_number           text,
    amount_fen             bigint      NOT NULL,
    booked_at              timestamptz,          -- null: not known; it counts before all others
    sequence               bigint      NOT NULL,
    shares                 jsonb       NOT NULL, -- as above
    is_unique              boolean     NOT NULL,
    needs_statement        boolean     NOT NULL,
    level                  integer,              -- of the payee by this flow; null: no victim's money
    PRIMARY KEY (institution_code, account_number, source, serial, ordinal),
    CHECK (payer_number IS NOT NULL OR payee_number IS NOT NULL)
);

CREATE INDEX attributed_flow_payer ON attributed_flow (payer_institution_code, payer_number) WHERE payer_number IS NOT NULL;
CREATE INDEX attributed_flow_payee ON attributed_flow (payee_institution_code, payee_number) WHERE payee_number IS NOT NULL;
