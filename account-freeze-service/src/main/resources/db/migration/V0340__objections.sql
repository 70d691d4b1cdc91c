-- 异议: objections of holders of held accounts, and funds that turned out to have nothing to do with their case (程序规定 Art. 247).
CREATE TABLE objection (
    objection_id           uuid PRIMARY KEY,
    request_id             uuid        NOT NULL UNIQUE,
    case_id                uuid        NOT NULL,
    institution_code       text        NOT NULL,
    account_number         text        NOT NULL,
    hold_kind              text        NOT NULL CHECK (hold_kind IN ('STOP', 'FREEZE')), -- with the next: what held the account then
    hold_application_id    uuid        NOT NULL,
    objector_name          text        NOT NULL, -- personal data, as the next two and the statement
    objector_relation      text        NOT NULL CHECK (objector_relation IN ('HOLDER', 'AGENT')),
    objector_phone         text        NOT NULL,
    grounds                text        NOT NULL
        CHECK (grounds IN ('GOODS_DELIVERED', 'UNRELATED_FUNDS', 'WRONG_PERSON', 'SUM_TOO_HIGH', 'OTHER')),
    statement              text        NOT NULL,
    evidence_digest        text CHECK (evidence_digest ~ '^[0-9a-f]{64}$'), -- SHA-256
    owner_organisation     text        NOT NULL, -- with the next: the officer who decides
    owner_badge_number     text        NOT NULL,
    taken_by               text        NOT NULL, -- a person: organisation and badge number as told, as JSON
    opened_at              timestamptz NOT NULL,
    due_at                 timestamptz NOT NULL,
    state                  text        NOT NULL
        CHECK (state IN ('OPEN', 'RELEASING', 'RELEASE_FAILED', 'DECIDED', 'HOLD_ENDED')),
    outcome                text CHECK (outcome IN ('UPHELD', 'LIMITED', 'REJECTED', 'WITHDRAWN')),
    decision_reason        text,
    decided_by             text, -- a person
    decided_at             timestamptz,
    document_digest        text CHECK (document_digest ~ '^[0-9a-f]{64}$'),
    approved_by            text, -- a person
    approval_level         text CHECK (approval_level IN ('COUNTY', 'CITY')),
    release_application_id uuid, -- the order that releases the money
    release_failure        text        NOT NULL,
    closed_at              timestamptz,
    check_at               timestamptz, -- when any replica may look at it
    version                integer     NOT NULL,
    CHECK (due_at > opened_at),
    CHECK ((state IN ('OPEN', 'HOLD_ENDED')) = (outcome IS NULL)),
    CHECK ((outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (decided_by IS NULL)
           AND (outcome IS NULL) = (decision_reason IS NULL)),
    CHECK ((document_digest IS NULL) = (approved_by IS NULL) AND (document_digest IS NULL) = (approval_level IS NULL)),
    CHECK ((state IN ('DECIDED', 'HOLD_ENDED')) = (closed_at IS NOT NULL))
);

-- One case and account, at most one objection that is not closed.
CREATE UNIQUE INDEX objection_open ON objection (institution_code, account_number, case_id) WHERE closed_at IS NULL;
CREATE INDEX objection_case ON objection (case_id);
CREATE INDEX objection_state ON objection (state, due_at, objection_id);
CREATE INDEX objection_check ON objection (check_at) WHERE check_at IS NOT NULL;

-- Of each freeze at most one finding, and at most one notice of the owner.
CREATE TABLE unrelated_funds (
    freeze_id    uuid PRIMARY KEY REFERENCES freeze_order,
    case_id      uuid        NOT NULL,
    found_at     timestamptz NOT NULL,
    reason       text        NOT NULL,
    reported_by  text        NOT NULL, -- a person: organisation and badge number as told, as JSON
    due_at       timestamptz NOT NULL, -- until when it is lifted and the owner told
    notified_at  timestamptz,
    means        text CHECK (means IN ('LETTER', 'TELEPHONE', 'SMS', 'IN_PERSON')),
    reference    text,
    recorded_by  text,                 -- a person
    check_at     timestamptz,          -- when any replica may look at it
    version      integer     NOT NULL,
    CHECK (due_at > found_at),
    CHECK ((notified_at IS NULL) = (means IS NULL) AND (notified_at IS NULL) = (reference IS NULL)
           AND (notified_at IS NULL) = (recorded_by IS NULL)),
    CHECK (notified_at >= found_at)
);

CREATE INDEX unrelated_funds_check ON unrelated_funds (check_at) WHERE check_at IS NOT NULL;

ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check CHECK (
    kind IN ('ORDER_FAILING', 'ORDER_MANUAL', 'LAPSE_FIRST_WARNING', 'LAPSE_SECOND_WARNING', 'LAPSE_LAST_WARNING',
             'FOLLOW_UP_DECLINED', 'BOOKING_UNCLEAR', 'FEEDBACK_CONFLICT', 'BOOKS_DO_NOT_ADD_UP', 'HELD_BY_OTHER',
             'STOP_MOMENT_UNCLEAR', 'CLAIM_UNHELD', 'ORDER_DECLINED', 'MONEY_UNKNOWN', 'OWN_ACCOUNT_STOPPED', 'VICTIM_ACCOUNT',
             'POSSIBLE_DUPLICATE_REPORT', 'NOTHING_HELD', 'FREEZE_MANUAL', 'FREEZE_DECLINED', 'FREEZE_ENDING', 'FREEZE_LAPSED',
             'OBJECTION_DUE', 'OBJECTION_OVERDUE', 'OBJECTION_RELEASE_FAILED', 'UNRELATED_FUNDS_HELD', 'OWNER_NOT_NOTIFIED'));

-- As before; an alert about an objection has the institution and what the objection is to. What an alert's subject is about is found by one
-- subquery, and each join goes by a key: with more than eight joins the planner takes them as they are written, and reads whole tables.
CREATE OR REPLACE VIEW alert_view AS
SELECT alert.alert_id, alert.kind, alert.case_id, alert.application_id, alert.occurrence, alert.raised_at, alert.detail,
       alert.delivered_at, alert.acknowledged_at, alert.acknowledged_organisation, alert.acknowledged_badge_number,
       alert.closed_at, alert.closed_organisation, alert.closed_badge_number, alert.close_reason,
       stop_order.application_id AS order_id,
       coalesce(stop_order.institution_code, freeze_order.institution_code, transfer.institution_code, '') AS institution_code,
       coalesce(stop_order.state, '') AS order_state,
       coalesce(stop_order.result_code, freeze_order.result_code, '') AS result_code,
       coalesce(least(stop_order.reported_expires_at, stop_order.expires_at), freeze_order.expires_at) AS stop_ends_at,
       CASE WHEN transfer.transfer_id IS NULL THEN money.at_stake ELSE coalesce(transfer.amount_fen, 0) END AS at_stake_fen
FROM alert
LEFT JOIN LATERAL (
    SELECT application_id FROM follow_up WHERE follow_up_id = alert.application_id
    UNION ALL
    SELECT freeze_id FROM freeze_amendment WHERE freeze_amendment.application_id = alert.application_id
    UNION ALL
    SELECT hold_application_id FROM objection WHERE objection_id = alert.application_id
    LIMIT 1) about ON true
LEFT JOIN LATERAL (
    SELECT * FROM stop_order WHERE stop_order.application_id = coalesce(about.application_id, alert.application_id) OFFSET 0) stop_order
    ON true
LEFT JOIN reported_transfer transfer ON transfer.transfer_id = alert.application_id
LEFT JOIN LATERAL (
    SELECT * FROM freeze_order WHERE freeze_order.application_id = coalesce(about.application_id, alert.application_id) OFFSET 0) freeze_order
    ON true
CROSS JOIN LATERAL (
    SELECT greatest(coalesce(sum(reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen), 0), 0)::bigint
           AS at_stake -- a correction may leave more booked than came in until it is followed
    FROM claim
    WHERE claim.case_id = alert.case_id
      AND (coalesce(stop_order.application_id, freeze_order.application_id) IS NULL
           OR claim.institution_code = coalesce(stop_order.institution_code, freeze_order.institution_code)
              AND claim.account_number = coalesce(stop_order.account_number, freeze_order.account_number))) money;
