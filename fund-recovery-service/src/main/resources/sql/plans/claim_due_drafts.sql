-- Takes accounts for which a plan is drafted again. What a crash leaves behind is due again when the lease ends.
-- Tables of other features: attributed_account (attribution).
UPDATE attributed_account SET draft_due_at = :lease_end
FROM (
    SELECT institution_code, account_number FROM attributed_account
    WHERE draft_due_at <= :now
    ORDER BY draft_due_at
    LIMIT :max_drafts
    FOR UPDATE SKIP LOCKED) due
WHERE attributed_account.institution_code = due.institution_code AND attributed_account.account_number = due.account_number
RETURNING attributed_account.institution_code, attributed_account.account_number
