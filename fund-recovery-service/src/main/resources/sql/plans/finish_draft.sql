-- Notes that the draft of an account is made, unless it has become due again meanwhile.
-- Tables of other features: attributed_account (attribution).
UPDATE attributed_account SET draft_due_at = NULL
WHERE institution_code = :institution_code AND account_number = :account_number AND draft_due_at = :lease_end
