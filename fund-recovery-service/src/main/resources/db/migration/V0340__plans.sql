-- Plans for the return of money. What a plan says never changes; new facts make a new plan, which takes its place.
CREATE TABLE refund_plan (
    plan_id       uuid PRIMARY KEY,  -- its order is that in which plans were made
    state         text        NOT NULL CHECK (state IN ('DRAFT', 'SUPERSEDED', 'WITHDRAWN')),
    made_at       timestamptz NOT NULL,
    made_by       text        NOT NULL, -- a person: organisation and badge number as told, as JSON
    content       text        NOT NULL, -- as JSON
    digest        text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of the content
    payment_digest text       NOT NULL CHECK (payment_digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of what is held, claimed and paid
    superseded_by uuid,                 -- null: it stands
    version       integer     NOT NULL,
    CHECK ((state = 'SUPERSEDED') = (superseded_by IS NOT NULL))
);

-- The accounts of plans. An account is in one plan at most that stands.
CREATE TABLE refund_plan_account (
    plan_id          uuid    NOT NULL REFERENCES refund_plan,
    institution_code text    NOT NULL,
    account_number   text    NOT NULL,
    stands           boolean NOT NULL, -- its plan is a draft
    PRIMARY KEY (plan_id, institution_code, account_number)
);

CREATE UNIQUE INDEX refund_plan_account_stands ON refund_plan_account (institution_code, account_number) WHERE stands;
CREATE INDEX refund_plan_account_account ON refund_plan_account (institution_code, account_number);
-- Whose account it is.
CREATE INDEX reported_transfer_payer ON reported_transfer (payer_institution_code, payer_number) WHERE is_loss;

-- The victims of plans.
CREATE TABLE refund_plan_case (
    case_id uuid NOT NULL,
    plan_id uuid NOT NULL REFERENCES refund_plan,
    PRIMARY KEY (case_id, plan_id)
);

CREATE FUNCTION refuse_change_of_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what a plan says never changes: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER refund_plan_never_changes BEFORE UPDATE ON refund_plan
    FOR EACH ROW WHEN ((OLD.plan_id, OLD.made_at, OLD.made_by, OLD.content, OLD.digest, OLD.payment_digest)
                       IS DISTINCT FROM (NEW.plan_id, NEW.made_at, NEW.made_by, NEW.content, NEW.digest, NEW.payment_digest))
    EXECUTE FUNCTION refuse_change_of_plan();
CREATE TRIGGER refund_plan_stays BEFORE DELETE OR TRUNCATE ON refund_plan
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_plan();
