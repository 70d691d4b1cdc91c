-- The transfers of a case, and what was told of each.
-- Tables of other features: reported_transfer (orders).
SELECT transfer_id, unpublished, published_loss, payer_institution_code, payer_number, institution_code, account_number
FROM reported_transfer WHERE case_id = :case_id ORDER BY transfer_id
