-- Events of intake that have had their effect.
CREATE TABLE inbox (
    event_id    uuid PRIMARY KEY,
    case_id     uuid        NOT NULL,
    received_at timestamptz NOT NULL,
    reason       text NOT NULL, -- with the next two: what the orders of the next levels say as well
    organisation text NOT NULL,
    badge_number text NOT NULL
);

CREATE INDEX inbox_case ON inbox (case_id);

CREATE TABLE stop_order (
    application_id          uuid PRIMARY KEY,
    case_id                 uuid        NOT NULL,
    institution_code        text        NOT NULL, -- empty while only a person can tell
    account_number          text        NOT NULL,
    account_name            text        NOT NULL,
    account_kind            text        NOT NULL,
    level                   integer     NOT NULL CHECK (level >= 0),
    tainted_fen             bigint      NOT NULL CHECK (tainted_fen >= 0),
    original_application_id uuid,
    placed_at               timestamptz NOT NULL,
    instruction             bytea       NOT NULL, -- what is sent, the same for every attempt
    state                   text        NOT NULL,
    live                    boolean     NOT NULL, -- no other order of ours may go to the account
    counted                 boolean     NOT NULL, -- was ever in effect: one of the account's two stops
    attempts                integer     NOT NULL,
    inquiries               integer     NOT NULL,
    unsent                  integer     NOT NULL,
    first_failure_at        timestamptz,
    result_code             text        NOT NULL,
    reference               text        NOT NULL,
    flags                   text        NOT NULL, -- separated by commas, as are the next two
    mismatched              text        NOT NULL,
    candidates              text        NOT NULL,
    manual_reason           text        NOT NULL,
    stopped_at              timestamptz,
    expires_at              timestamptz,
    balance_fen             bigint CHECK (balance_fen >= 0),
    ended_at                timestamptz,
    due_at                  timestamptz,
    timeline                jsonb       NOT NULL, -- [{state, at, cause}]
    version                 integer     NOT NULL,
    unclear                 boolean     NOT NULL GENERATED ALWAYS AS ( -- what was told of its bookings needs a person
        strpos(flags, 'SERIAL_CONFLICT') > 0 OR strpos(flags, 'OUTFLOW_UNREADABLE') > 0) STORED,
    rule_set                text        NOT NULL, -- that it was made under, and is treated under to its end
    extended                boolean     NOT NULL DEFAULT false, -- expires_at is the end of the second and last term
    warn_at                 timestamptz, -- when people are told next that the stop ends
    CHECK (state NOT IN ('IN_EFFECT', 'FROZEN', 'LAPSED', 'LIFTED')
           OR (stopped_at IS NOT NULL AND expires_at IS NOT NULL AND balance_fen IS NOT NULL AND counted))
);

-- One account, at most one live stop of ours.
CREATE UNIQUE INDEX stop_order_live ON stop_order (institution_code, account_number) WHERE live;
CREATE INDEX stop_order_account ON stop_order (institution_code, account_number);
CREATE INDEX stop_order_due ON stop_order (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX stop_order_failing ON stop_order (first_failure_at)
    WHERE first_failure_at IS NOT NULL AND state IN ('QUEUED', 'SENDING', 'ACCEPTED', 'IN_DOUBT');
CREATE INDEX stop_order_unclear ON stop_order (application_id) WHERE unclear;
CREATE INDEX stop_order_manual ON stop_order (application_id) WHERE state = 'MANUAL';

-- Orders on accounts that had a live stop of ours: not sent, unless an institution declines the one that is.
CREATE TABLE waiting_order (
    application_id          uuid PRIMARY KEY,
    case_id                 uuid        NOT NULL,
    institution_code        text        NOT NULL,
    account_number          text        NOT NULL,
    account_name            text        NOT NULL,
    account_kind            text        NOT NULL,
    level                   integer     NOT NULL,
    tainted_fen             bigint      NOT NULL,
    original_application_id uuid,
    placed_at               timestamptz NOT NULL,
    instruction             bytea       NOT NULL,
    rule_set                text        NOT NULL
);

CREATE INDEX waiting_order_account ON waiting_order (institution_code, account_number);

-- A case's claim on an account: how much of its money came in, and where that has been booked. The rest is unknown.
CREATE TABLE claim (
    case_id          uuid        NOT NULL,
    institution_code text        NOT NULL,
    account_number   text        NOT NULL,
    account_name     text        NOT NULL,
    account_kind     text        NOT NULL,
    level            integer     NOT NULL,
    reported_fen     bigint      NOT NULL DEFAULT 0 CHECK (reported_fen >= 0), -- by victims; placements write it
    received_fen     bigint      NOT NULL DEFAULT 0 CHECK (received_fen >= 0), -- by traced transfers; as all that follow
    onward_fen       bigint      NOT NULL DEFAULT 0 CHECK (onward_fen >= 0),
    cash_fen         bigint      NOT NULL DEFAULT 0 CHECK (cash_fen >= 0),
    merchant_fen     bigint      NOT NULL DEFAULT 0 CHECK (merchant_fen >= 0),
    held_fen         bigint      NOT NULL DEFAULT 0 CHECK (held_fen >= 0),
    lapsed_fen       bigint      NOT NULL DEFAULT 0 CHECK (lapsed_fen >= 0),
    lifted_fen       bigint      NOT NULL DEFAULT 0 CHECK (lifted_fen >= 0),
    not_followed     text        NOT NULL DEFAULT 'NONE',
    claimed_at       timestamptz NOT NULL,
    knowledge        integer     NOT NULL, -- grows with everything new that concerns the claim
    traced_knowledge integer     NOT NULL, -- as far as it has been followed
    due_at           timestamptz,          -- when any replica may follow it
    PRIMARY KEY (case_id, institution_code, account_number),
    CHECK (knowledge <> traced_knowledge -- a correction has taken money away that is still booked
           OR onward_fen + cash_fen + merchant_fen + held_fen + lapsed_fen + lifted_fen <= reported_fen + received_fen)
);

CREATE INDEX claim_account ON claim (institution_code, account_number);
CREATE INDEX claim_due ON claim (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX claim_untraced ON claim (case_id) WHERE knowledge <> traced_knowledge;

-- A case's trace; one step at a time.
CREATE TABLE trace (
    case_id uuid    PRIMARY KEY,
    version integer NOT NULL,
    nodes   integer NOT NULL -- accounts that tracing has found
);

-- What a case's money made of an outflow: how much of it was tainted, and how far from a victim it went.
CREATE TABLE traced_transfer (
    case_id          uuid    NOT NULL,
    institution_code text    NOT NULL,
    account_number   text    NOT NULL,
    serial           text    NOT NULL,
    tainted_fen      bigint  NOT NULL CHECK (tainted_fen > 0),
    level            integer NOT NULL CHECK (level > 0),
    PRIMARY KEY (case_id, institution_code, account_number, serial)
);

-- Bookings into accounts, as victims reported them.
CREATE TABLE reported_transfer (
    transfer_id      uuid PRIMARY KEY,
    case_id          uuid NOT NULL,
    institution_code text NOT NULL,
    account_number   text NOT NULL,
    account_name     text NOT NULL,
    account_kind     text NOT NULL,
    amount_fen       bigint CHECK (amount_fen BETWEEN 1 AND 10000000000000),
    transferred_at   timestamptz,
    serial           text NOT NULL,
    corrects         uuid -- the transfer that this one puts right: that one's money was taken back
);

CREATE INDEX reported_transfer_case ON reported_transfer (case_id);
CREATE INDEX reported_transfer_corrects ON reported_transfer (corrects) WHERE corrects IS NOT NULL;

-- Money that left a stopped account, as its institution reported it.
CREATE TABLE outflow (
    institution_code       text        NOT NULL,
    account_number         text        NOT NULL,
    serial                 text        NOT NULL,
    application_id         uuid        NOT NULL,
    kind                   text        NOT NULL CHECK (kind IN ('TRANSFER', 'CASH', 'MERCHANT')),
    amount_fen             bigint      NOT NULL CHECK (amount_fen BETWEEN 1 AND 10000000000000),
    booked_at              timestamptz NOT NULL,
    sequence               bigint      NOT NULL,
    payee_institution_code text        NOT NULL,
    payee_number           text        NOT NULL,
    payee_name             text        NOT NULL,
    payee_kind             text        NOT NULL,
    PRIMARY KEY (institution_code, account_number, serial)
);

CREATE INDEX outflow_payee ON outflow (payee_institution_code, payee_number);

-- Money that came into a stopped account shortly before the stop, as its institution reported it.
CREATE TABLE inflow (
    institution_code       text        NOT NULL,
    account_number         text        NOT NULL,
    serial                 text        NOT NULL,
    application_id         uuid        NOT NULL,
    amount_fen             bigint      NOT NULL CHECK (amount_fen BETWEEN 1 AND 10000000000000),
    booked_at              timestamptz NOT NULL,
    payer_institution_code text        NOT NULL, -- the payer's parts are empty for a deposit of cash
    payer_number           text        NOT NULL,
    payer_name             text        NOT NULL,
    payer_kind             text        NOT NULL,
    PRIMARY KEY (institution_code, account_number, serial)
);

-- Something that a person should look at, told once an order, kind and term.
CREATE TABLE alert (
    alert_id       uuid PRIMARY KEY,
    kind           text        NOT NULL CHECK (kind IN ('ORDER_FAILING', 'ORDER_MANUAL', 'LAPSE_FIRST_WARNING',
                                                        'LAPSE_SECOND_WARNING', 'LAPSE_LAST_WARNING',
                                                        'FOLLOW_UP_DECLINED', 'BOOKING_UNCLEAR')),
    case_id        uuid        NOT NULL,
    application_id uuid        NOT NULL,
    raised_at      timestamptz NOT NULL,
    detail         text        NOT NULL,
    attempts       integer     NOT NULL DEFAULT 0,
    delivered_at   timestamptz,
    due_at         timestamptz, -- when to post it next
    term           integer     NOT NULL CHECK (term IN (1, 2)),
    UNIQUE (application_id, kind, term)
);

CREATE INDEX alert_due ON alert (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX stop_order_warning ON stop_order (warn_at) WHERE warn_at IS NOT NULL;

-- A message about a stop that stands or stood: its lift, its extension, its paperwork. One of a kind at a time; a declined one
-- may be followed by another.
CREATE TABLE follow_up (
    follow_up_id   uuid PRIMARY KEY,
    kind           text        NOT NULL CHECK (kind IN ('LIFT', 'EXTENSION', 'WRITTEN_ORDER')),
    application_id uuid        NOT NULL, -- the stop
    reason         text        NOT NULL,
    reference      text        NOT NULL,
    requested_at   timestamptz NOT NULL,
    state          text        NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'ACCEPTED', 'IN_DOUBT', 'DONE', 'DECLINED')),
    failures       integer     NOT NULL DEFAULT 0,
    result_code    text        NOT NULL DEFAULT '',
    due_at         timestamptz
);

CREATE UNIQUE INDEX follow_up_open ON follow_up (application_id, kind) WHERE state <> 'DECLINED';
CREATE INDEX follow_up_due ON follow_up (due_at) WHERE due_at IS NOT NULL;

-- The rules that orders were made under. They never change: an order keeps to its own.
CREATE TABLE rule_set (
    name    text PRIMARY KEY, -- id and version
    content jsonb       NOT NULL,
    kept_at timestamptz NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER rule_set_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_set
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
