-- Plans for the return of money. What a plan says never changes; new facts make a new plan, which takes its place.
CREATE TABLE refund_plan (
    plan_id       uuid PRIMARY KEY,  -- its order is that in which plans were made
    account_set   text        NOT NULL, -- SHA-256 of the plan's accounts: at most one draft for them
    state         text        NOT NULL CHECK (state IN ('DRAFT', 'SUPERSEDED')),
    made_at       timestamptz NOT NULL,
    made_by       text        NOT NULL, -- a person: organisation and badge number as told, as JSON
    content       text        NOT NULL, -- as JSON
    digest        text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of the content
    superseded_by uuid,                 -- null: it stands
    version       integer     NOT NULL,
    CHECK ((state = 'SUPERSEDED') = (superseded_by IS NOT NULL))
);

CREATE UNIQUE INDEX refund_plan_draft ON refund_plan (account_set) WHERE state = 'DRAFT';

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
    FOR EACH ROW WHEN ((OLD.plan_id, OLD.account_set, OLD.made_at, OLD.made_by, OLD.content, OLD.digest)
                       IS DISTINCT FROM (NEW.plan_id, NEW.account_set, NEW.made_at, NEW.made_by, NEW.content, NEW.digest))
    EXECUTE FUNCTION refuse_change_of_plan();
CREATE TRIGGER refund_plan_stays BEFORE DELETE OR TRUNCATE ON refund_plan
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_plan();
