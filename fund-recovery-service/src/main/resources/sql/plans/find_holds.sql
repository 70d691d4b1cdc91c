-- The holds in effect on an account.
-- Tables of other features: hold (facts).
SELECT hold_id, case_id, measure = 'FREEZE' AS is_freeze, held_fen, expires_at
FROM hold
WHERE institution_code = :institution_code AND account_number = :account_number AND is_in_effect
