-- 公告: public notices of plans. Persons are in one column each: organisation and badge number as told, as JSON.
CREATE TABLE refund_notice (
    plan_id      uuid PRIMARY KEY REFERENCES refund_plan,
    plan_digest  text        NOT NULL CHECK (plan_digest ~ '^[0-9a-f]{64}$'),
    content      text        NOT NULL CHECK (content <> ''), -- the text that is published
    published_at timestamptz NOT NULL,
    published_by text        NOT NULL,
    begins_at    timestamptz NOT NULL, -- begin of its first day
    ends_at      timestamptz NOT NULL, -- end of its last day
    CHECK (published_at < begins_at AND begins_at < ends_at)
);

-- 异议: objections to plans.
CREATE TABLE plan_objection (
    objection_id    uuid PRIMARY KEY,
    plan_id         uuid        NOT NULL REFERENCES refund_plan,
    objector_name   text        NOT NULL CHECK (objector_name <> ''),
    relation        text        NOT NULL CHECK (relation IN ('VICTIM', 'INTERESTED_PARTY')),
    statement       text        NOT NULL CHECK (statement <> ''),
    evidence_digest text CHECK (evidence_digest ~ '^[0-9a-f]{64}$'), -- null: none
    taken_by        text        NOT NULL,
    opened_at       timestamptz NOT NULL,
    due_at          timestamptz NOT NULL,
    outcome         text CHECK (outcome IN ('UPHELD', 'REJECTED', 'WITHDRAWN')), -- null: open
    decision_reason text,
    decided_by      text,
    decided_at      timestamptz,
    CHECK ((outcome IS NULL) = (decision_reason IS NULL) AND (outcome IS NULL) = (decided_by IS NULL)
           AND (outcome IS NULL) = (decided_at IS NULL))
);

CREATE INDEX plan_objection_plan ON plan_objection (plan_id);
