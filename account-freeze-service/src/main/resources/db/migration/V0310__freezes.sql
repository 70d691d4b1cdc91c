-- 冻结: freezes of accounts for filed cases, and the orders about them. 公安机关办理刑事案件程序规定 (2020) Art. 237 to 247.
CREATE TABLE freeze_order (
    application_id      uuid PRIMARY KEY,
    case_id             uuid        NOT NULL,
    institution_code    text        NOT NULL,
    account_number      text        NOT NULL,
    account_name        text        NOT NULL,
    account_kind        text        NOT NULL,
    mode                text        NOT NULL CHECK (mode IN ('LIMITED', 'FULL')),
    amount_fen          bigint CHECK (amount_fen BETWEEN 1 AND 10000000000000),
    reason              text        NOT NULL,
    filing_number       text        NOT NULL,
    filing_organisation text        NOT NULL,
    document_digest     text        NOT NULL CHECK (document_digest ~ '^[0-9a-f]{64}$'), -- SHA-256
    approved_by         text        NOT NULL, -- a person: organisation and badge number as told, as JSON
    approval_level      text        NOT NULL CHECK (approval_level IN ('COUNTY', 'CITY')),
    major_case          boolean     NOT NULL,
    ordered_by          text        NOT NULL, -- a person, as above
    requested_at        timestamptz NOT NULL,
    tainted_fen         bigint      NOT NULL CHECK (tainted_fen >= 0), -- the case's money on the account then
    stop_application_id uuid,                 -- the stop in effect on the account then
    stop_ends_at        timestamptz,          -- when its term ended, as was known then
    ends_stop           boolean     NOT NULL, -- that stop ends when the freeze begins: no other case needed it
    rule_set            text        NOT NULL, -- that it was ordered under
    state               text        NOT NULL,
    attempts            integer     NOT NULL,
    failures            integer     NOT NULL,
    first_failure_at    timestamptz,
    result_code         text        NOT NULL,
    manual_reason       text        NOT NULL,
    frozen_fen          bigint CHECK (frozen_fen >= 0),
    waiting_place       integer CHECK (waiting_place >= 1),
    began_at            timestamptz,
    expires_at          timestamptz NOT NULL,
    ended_at            timestamptz,
    timeline            text        NOT NULL, -- [{at, state, cause}], as JSON
    due_at              timestamptz,          -- when any replica may advance it
    booking_due_at      timestamptz,          -- when any replica may book it into the claim and the stop; null when it is booked
    version             integer     NOT NULL,
    CHECK (NOT ends_stop OR stop_application_id IS NOT NULL),
    CHECK ((mode = 'LIMITED') = (amount_fen IS NOT NULL)),
    CHECK (state NOT IN ('IN_EFFECT', 'PARTIAL') OR began_at IS NOT NULL),
    CHECK (state IN ('LIFTED', 'AUTO_LIFTED', 'RETURNED') OR ended_at IS NULL)
);

-- One account, at most one live freeze of a case.
CREATE UNIQUE INDEX freeze_order_live ON freeze_order (case_id, institution_code, account_number)
    WHERE state NOT IN ('DECLINED', 'LIFTED', 'AUTO_LIFTED', 'RETURNED');
CREATE INDEX freeze_order_account ON freeze_order (institution_code, account_number);
CREATE INDEX freeze_order_case ON freeze_order (case_id);
CREATE INDEX freeze_order_due ON freeze_order (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX freeze_order_booking_due ON freeze_order (booking_due_at) WHERE booking_due_at IS NOT NULL;
CREATE INDEX freeze_order_expires ON freeze_order (expires_at, application_id);

-- Orders about freezes that stand: renewals, lifts, other sums. Of one kind at most one is undecided.
CREATE TABLE freeze_amendment (
    application_id  uuid PRIMARY KEY,
    freeze_id       uuid        NOT NULL REFERENCES freeze_order,
    kind            text        NOT NULL CHECK (kind IN ('RENEWAL', 'LIFT', 'CHANGE')),
    expires_at      timestamptz, -- of a renewal
    amount_fen      bigint CHECK (amount_fen BETWEEN 1 AND 10000000000000), -- of a change
    unrelated       boolean     NOT NULL, -- of a lift: the funds have nothing to do with the case
    filing_number       text    NOT NULL,
    filing_organisation text    NOT NULL,
    document_digest text        NOT NULL CHECK (document_digest ~ '^[0-9a-f]{64}$'),
    approved_by     text        NOT NULL,
    approval_level  text        NOT NULL CHECK (approval_level IN ('COUNTY', 'CITY')),
    reason          text        NOT NULL,
    ordered_by      text        NOT NULL,
    requested_at    timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'ACCEPTED', 'IN_DOUBT', 'DONE', 'DECLINED')),
    failures        integer     NOT NULL,
    result_code     text        NOT NULL,
    due_at          timestamptz,
    version         integer     NOT NULL,
    CHECK ((kind = 'RENEWAL') = (expires_at IS NOT NULL)),
    CHECK ((kind = 'CHANGE') = (amount_fen IS NOT NULL))
);

CREATE UNIQUE INDEX freeze_amendment_open ON freeze_amendment (freeze_id, kind)
    WHERE state NOT IN ('DONE', 'DECLINED');
CREATE INDEX freeze_amendment_freeze ON freeze_amendment (freeze_id);
CREATE INDEX freeze_amendment_due ON freeze_amendment (due_at) WHERE due_at IS NOT NULL;
