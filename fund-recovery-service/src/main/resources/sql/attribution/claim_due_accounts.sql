-- Takes accounts whose shares are to be computed. What a crash leaves behind is due again when the lease ends.
UPDATE attributed_account SET due_at = :lease_end
FROM (
    SELECT institution_code, account_number FROM attributed_account
    WHERE due_at <= :now
    ORDER BY due_at
    LIMIT :max_accounts
    FOR UPDATE SKIP LOCKED) due
WHERE attributed_account.institution_code = due.institution_code
  AND attributed_account.account_number = due.account_number
RETURNING attributed_account.institution_code, attributed_account.account_number
