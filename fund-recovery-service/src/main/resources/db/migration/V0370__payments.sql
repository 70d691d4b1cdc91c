-- Where a victim's money is returned to, in place of the account that paid: as JSON, with who verified it; null: the account that paid.
ALTER TABLE victim ADD COLUMN refund_account text;

-- Plans that are being paid, or were.
ALTER TABLE refund_plan DROP CONSTRAINT refund_plan_state_check,
    ADD CONSTRAINT refund_plan_state_check CHECK (state IN ('DRAFT', 'SUPERSEDED', 'WITHDRAWN', 'PAYING', 'PAID'));

-- 审批: who asked for the approval of a plan, and who decided. Persons are in one column each: organisation and badge number as told, as JSON.
CREATE TABLE refund_approval (
    plan_id         uuid PRIMARY KEY REFERENCES refund_plan,
    plan_digest     text        NOT NULL CHECK (plan_digest ~ '^[0-9a-f]{64}$'),
    submitted_by    text        NOT NULL,
    submitted_at    timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('SUBMITTED', 'APPROVED', 'REJECTED')),
    decided_by      text,        -- null: nobody yet; so are those that follow
    submitted_key   text        NOT NULL, -- who is who, however it was written
    decided_key     text,
    decided_at      timestamptz,
    level           text CHECK (level IN ('COUNTY', 'CITY')),        -- of an approval
    document_digest text CHECK (document_digest ~ '^[0-9a-f]{64}$'), -- of the decision (返还决定书)
    expires_at      timestamptz,                                     -- of an approval
    reason          text CHECK (reason <> ''),                       -- of a rejection
    version         integer     NOT NULL,
    CONSTRAINT refund_approval_two_persons CHECK (submitted_key <> decided_key),
    CHECK ((state = 'SUBMITTED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_key IS NULL)
           AND (decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((state = 'APPROVED') = (level IS NOT NULL) AND (level IS NULL) = (document_digest IS NULL)
           AND (level IS NULL) = (expires_at IS NULL)),
    CHECK ((state = 'REJECTED') = (reason IS NOT NULL))
);

-- 返还: payments to victims, each out of one freeze. The id is that of the order to the institution.
CREATE TABLE refund_payment (
    payment_id             uuid PRIMARY KEY,
    plan_id                uuid        NOT NULL REFERENCES refund_plan,
    case_id                uuid        NOT NULL, -- of the victim
    institution_code       text        NOT NULL, -- of the frozen account
    account_number         text        NOT NULL CHECK (account_number <> ''),
    freeze_id              uuid        NOT NULL,
    freeze_case_id         uuid        NOT NULL, -- the case that ordered the freeze
    payee_institution_code text        NOT NULL CHECK (payee_institution_code <> ''),
    payee_number           text        NOT NULL CHECK (payee_number <> ''),
    payee_name             text        NOT NULL,
    payee_kind             text        NOT NULL,
    is_original_payee      boolean     NOT NULL, -- it is the account that paid
    amount_fen             bigint      NOT NULL CHECK (amount_fen BETWEEN 1 AND 10000000000000),
    state                  text        NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'ACCEPTED', 'IN_DOUBT', 'PAID', 'DECLINED',
                                                                 'RETURNED', 'MANUAL')),
    attempts               integer     NOT NULL CHECK (attempts >= 0),
    failures               integer     NOT NULL CHECK (failures >= 0), -- in a row
    first_failure_at       timestamptz, -- null: what the institution did is known
    result_code            text        NOT NULL, -- empty: none yet
    detail                 text        NOT NULL, -- why it waits, was declined or needs a person; may be empty
    paid_fen               bigint      NOT NULL CHECK (paid_fen >= 0),      -- by all receipts
    returned_fen           bigint      NOT NULL CHECK (returned_fen >= 0),  -- came back
    committed_fen          bigint      NOT NULL CHECK (committed_fen >= 0), -- is paid, or may still be
    last_paid_at           timestamptz, -- null: not paid
    revision               integer     NOT NULL CHECK (revision >= 0), -- of what account-freeze is told; 0: nothing yet
    ordered_at             timestamptz NOT NULL,
    ordered_by             text        NOT NULL,
    deadline_at            timestamptz NOT NULL, -- by when the institution is to have paid
    told_account_name      text,        -- what the first order said, and each resend says; null: not sent yet; so are the next three
    told_account_kind      text,
    told_filing_number     text,
    told_filing_organisation text,
    resolved_by            text,        -- who said what the institution did; null: nobody; so are the next two
    resolved_at            timestamptz,
    resolve_reason         text CHECK (resolve_reason <> ''),
    due_at                 timestamptz, -- next message; null: none
    version                integer     NOT NULL,
    -- However often a plan is paid, each victim is paid once out of each freeze.
    CONSTRAINT refund_payment_once UNIQUE (plan_id, case_id, freeze_id),
    CHECK ((resolved_by IS NULL) = (resolved_at IS NULL) AND (resolved_by IS NULL) = (resolve_reason IS NULL))
);

CREATE INDEX refund_payment_due ON refund_payment (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX refund_payment_case ON refund_payment (case_id);
CREATE INDEX refund_payment_freeze ON refund_payment (freeze_id);
CREATE INDEX refund_payment_account ON refund_payment (institution_code, account_number);

-- What institutions told of payments, each with an id of their own.
CREATE TABLE refund_receipt (
    payment_id    uuid        NOT NULL REFERENCES refund_payment,
    receipt_id    text        NOT NULL CHECK (receipt_id <> ''),
    paid_fen      bigint      NOT NULL CHECK (paid_fen BETWEEN 1 AND 10000000000000),
    paid_at       timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    returned_fen  bigint CHECK (returned_fen BETWEEN 1 AND 10000000000000), -- null: it did not come back; so are the next two
    returned_at   timestamptz,
    return_reason text,
    PRIMARY KEY (payment_id, receipt_id),
    CHECK ((returned_at IS NULL) = (returned_fen IS NULL))
);

-- Money that was paid back to victims left their accounts.
ALTER TABLE attributed_flow DROP CONSTRAINT attributed_flow_source_check,
    ADD CONSTRAINT attributed_flow_source_check CHECK (source IN ('OPENING', 'UNTOLD_IN', 'REPORTED', 'OUT', 'IN', 'UNTOLD_OUT', 'REFUND'));
