-- 集中返还: fixed lists of plans that are submitted, approved and paid together. Where the plans of a batch stand is told by plans, approvals and
-- payments. Persons are in one column each: organisation and badge number as told, as JSON.
CREATE TABLE refund_batch (
    batch_id         uuid PRIMARY KEY,
    station          text CHECK (station <> ''),          -- by what its plans were chosen; null: by any; so are those that follow
    institution_code text CHECK (institution_code <> ''),
    from_fen         bigint CHECK (from_fen >= 0),
    to_fen           bigint CHECK (to_fen >= from_fen),
    from_days        integer CHECK (from_days >= 0),
    to_days          integer CHECK (to_days >= from_days),
    stage            text        NOT NULL CHECK (stage IN ('READY', 'APPROVED')),
    made_at          timestamptz NOT NULL,
    made_by          text        NOT NULL,
    digest           text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of the ids and digests of its plans
    plans            integer     NOT NULL CHECK (plans >= 1),
    pay_fen          bigint      NOT NULL CHECK (pay_fen >= 1),
    rejected_at      timestamptz,                         -- null: not rejected; so are the next two
    rejected_by      text,
    reject_reason    text CHECK (reject_reason <> ''),
    version          integer     NOT NULL,
    CHECK ((rejected_at IS NULL) = (rejected_by IS NULL) AND (rejected_at IS NULL) = (reject_reason IS NULL))
);

-- The plans of batches.
CREATE TABLE refund_batch_plan (
    batch_id    uuid    NOT NULL REFERENCES refund_batch,
    number      integer NOT NULL CHECK (number >= 1),
    plan_id     uuid    NOT NULL REFERENCES refund_plan,
    plan_digest text    NOT NULL CHECK (plan_digest ~ '^[0-9a-f]{64}$'),
    pay_fen     bigint  NOT NULL CHECK (pay_fen >= 1),
    is_open     boolean NOT NULL, -- false: its batch was rejected
    PRIMARY KEY (batch_id, number)
);

-- A plan is in one open batch at most.
CREATE UNIQUE INDEX refund_batch_plan_open ON refund_batch_plan (plan_id) WHERE is_open;

-- Plans that may be put into a batch: most plans are superseded.
CREATE INDEX refund_plan_standing ON refund_plan (plan_id) WHERE state IN ('DRAFT', 'PAYING');

CREATE FUNCTION refuse_change_of_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'which plans a batch has never changes: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER refund_batch_never_changes BEFORE UPDATE ON refund_batch
    FOR EACH ROW WHEN ((OLD.batch_id, OLD.made_at, OLD.made_by, OLD.digest, OLD.plans, OLD.pay_fen)
                       IS DISTINCT FROM (NEW.batch_id, NEW.made_at, NEW.made_by, NEW.digest, NEW.plans, NEW.pay_fen))
    EXECUTE FUNCTION refuse_change_of_batch();
CREATE TRIGGER refund_batch_plan_never_changes BEFORE UPDATE ON refund_batch_plan
    FOR EACH ROW WHEN ((OLD.batch_id, OLD.number, OLD.plan_id, OLD.plan_digest, OLD.pay_fen)
                       IS DISTINCT FROM (NEW.batch_id, NEW.number, NEW.plan_id, NEW.plan_digest, NEW.pay_fen))
    EXECUTE FUNCTION refuse_change_of_batch();
CREATE TRIGGER refund_batch_stays BEFORE DELETE OR TRUNCATE ON refund_batch
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_batch();
CREATE TRIGGER refund_batch_plan_stays BEFORE DELETE OR TRUNCATE ON refund_batch_plan
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_batch();
