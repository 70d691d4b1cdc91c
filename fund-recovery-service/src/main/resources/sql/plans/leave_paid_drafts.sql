-- Of accounts that were taken, those that a plan has which is being paid are left: no other plan can have them until all its payments have ended,
-- and then their drafts are due again. A statement of its own, after they were taken: when the plan has ended meanwhile, draft_due_at is another.
-- Rows are locked in the order of their keys. Answers those that are left.
-- Tables of other features: attributed_account (attribution).
UPDATE attributed_account SET draft_due_at = NULL
FROM (
    SELECT a.institution_code, a.account_number
    FROM (SELECT institution_code, account_number FROM :accounts AS a ORDER BY institution_code, account_number) a
    CROSS JOIN LATERAL (
        SELECT plan_id FROM refund_plan_account p
        WHERE p.institution_code = a.institution_code AND p.account_number = a.account_number AND p.stands OFFSET 0) standing
    CROSS JOIN LATERAL (SELECT FROM refund_plan WHERE plan_id = standing.plan_id AND state = 'PAYING' OFFSET 0) being_paid
    CROSS JOIN LATERAL (
        SELECT FROM attributed_account
        WHERE attributed_account.institution_code = a.institution_code AND attributed_account.account_number = a.account_number
          AND attributed_account.draft_due_at = :lease_end
        FOR UPDATE) current) due
WHERE attributed_account.institution_code = due.institution_code AND attributed_account.account_number = due.account_number
  AND attributed_account.draft_due_at = :lease_end
RETURNING attributed_account.institution_code, attributed_account.account_number
