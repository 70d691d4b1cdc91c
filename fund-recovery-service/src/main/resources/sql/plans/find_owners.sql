-- The cases whose victims paid from an account.
-- Tables of other features: reported_transfer (facts).
SELECT DISTINCT case_id FROM reported_transfer
WHERE payer_institution_code = :institution_code AND payer_number = :account_number AND is_loss
