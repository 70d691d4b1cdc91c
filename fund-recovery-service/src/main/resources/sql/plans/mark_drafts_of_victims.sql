-- Makes drafts due for the accounts of which victims have shares, when officers established something about these victims. Those that a plan has
-- which is being paid are left out: their drafts are due when all its payments have ended, which is after what is seen here.
-- Tables of other features: attributed_account (attribution), victim (eligibility).
WITH changed_victim AS (
    UPDATE victim SET plans_due_at = NULL
    FROM (SELECT case_id FROM victim WHERE plans_due_at <= :now ORDER BY plans_due_at LIMIT :max_victims FOR UPDATE SKIP LOCKED) due
    WHERE victim.case_id = due.case_id
    RETURNING victim.case_id)
UPDATE attributed_account SET draft_due_at = :now
FROM (
    SELECT institution_code, account_number FROM attributed_account a
    WHERE shares ?| ARRAY(SELECT case_id::text FROM changed_victim)
      AND NOT EXISTS (
          SELECT FROM refund_plan_account p
          WHERE p.institution_code = a.institution_code AND p.account_number = a.account_number AND p.stands
            AND EXISTS (SELECT FROM refund_plan WHERE refund_plan.plan_id = p.plan_id AND refund_plan.state = 'PAYING' OFFSET 0)
          OFFSET 0)
    ORDER BY institution_code, account_number
    FOR UPDATE) due
WHERE attributed_account.institution_code = due.institution_code AND attributed_account.account_number = due.account_number
