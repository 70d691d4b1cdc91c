-- Locks a case's claim on an account and reads whether it has ended.
-- Tables of other features: claim (books).
SELECT ended_at IS NOT NULL AS has_ended FROM claim
WHERE case_id = :case_id AND institution_code = :institution_code AND account_number = :account_number
FOR UPDATE
