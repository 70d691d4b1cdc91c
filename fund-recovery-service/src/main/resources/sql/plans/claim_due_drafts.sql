-- Takes accounts for which a plan is drafted again. What a crash leaves behind is due again when the lease ends. Only settled: an account whose
-- shares are due to be computed is left, since its draft is due again once they are.
-- Tables of other features: attributed_account (attribution).
UPDATE attributed_account SET draft_due_at = :lease_end
FROM (
    SELECT institution_code, account_number FROM attributed_account
    WHERE draft_due_at <= :now AND (due_at IS NULL OR NOT :only_settled)
    ORDER BY draft_due_at
    LIMIT :max_drafts
    FOR UPDATE SKIP LOCKED) due
WHERE attributed_account.institution_code = due.institution_code AND attributed_account.account_number = due.account_number
RETURNING attributed_account.institution_code, attributed_account.account_number
