-- The transfers to an account that victims have reported.
-- Tables of other features: reported_transfer (orders).
SELECT t.transfer_id, t.amount_fen, t.transferred_at, t.serial, t.payer_number,
       (SELECT true FROM reported_transfer newer WHERE newer.corrects = t.transfer_id LIMIT 1) AS corrected
FROM reported_transfer t WHERE t.institution_code = :institution_code AND t.account_number = :account_number
