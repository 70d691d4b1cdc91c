-- A plan that was rejected, or whose approval expired, may be submitted again. What was decided before is kept: who asked, who decided, and why.
CREATE TABLE refund_approval_earlier (
    plan_id         uuid        NOT NULL REFERENCES refund_plan,
    number          integer     NOT NULL CHECK (number >= 1), -- the first decision about the plan has 1
    plan_digest     text        NOT NULL,
    submitted_by    text        NOT NULL,
    submitted_at    timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('APPROVED', 'REJECTED')),
    decided_by      text        NOT NULL,
    decided_at      timestamptz NOT NULL,
    level           text,        -- of an approval; so are the next two
    document_digest text,
    expires_at      timestamptz,
    reason          text,        -- of a rejection
    PRIMARY KEY (plan_id, number)
);

-- A trigger, so that no statement can overwrite a decision without it. The row of the approval is locked meanwhile.
CREATE FUNCTION keep_decided_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO refund_approval_earlier (plan_id, number, plan_digest, submitted_by, submitted_at, state, decided_by, decided_at,
                                        level, document_digest, expires_at, reason)
    SELECT OLD.plan_id, 1 + count(*), OLD.plan_digest, OLD.submitted_by, OLD.submitted_at, OLD.state, OLD.decided_by, OLD.decided_at,
           OLD.level, OLD.document_digest, OLD.expires_at, OLD.reason
    FROM refund_approval_earlier b WHERE b.plan_id = OLD.plan_id;
    RETURN NULL;
END
$$;

CREATE TRIGGER refund_approval_decided AFTER UPDATE ON refund_approval
    FOR EACH ROW WHEN (OLD.decided_by IS NOT NULL
                       AND (OLD.plan_digest, OLD.submitted_by, OLD.submitted_at, OLD.state, OLD.decided_by, OLD.decided_at, OLD.reason)
                           IS DISTINCT FROM
                           (NEW.plan_digest, NEW.submitted_by, NEW.submitted_at, NEW.state, NEW.decided_by, NEW.decided_at, NEW.reason))
    EXECUTE FUNCTION keep_decided_approval();

CREATE FUNCTION refuse_change_of_decided_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'decisions about plans never change: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER refund_approval_earlier_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON refund_approval_earlier
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_decided_approval();
