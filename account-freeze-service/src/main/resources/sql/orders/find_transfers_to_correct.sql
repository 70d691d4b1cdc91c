-- The transfers of each order's case into the order's account that were not corrected since.
SELECT o.application_id, t.transfer_id, t.account_name, t.amount_fen, t.transferred_at
FROM :orders AS o
JOIN reported_transfer t ON t.institution_code = o.institution_code AND t.account_number = o.account_number
     AND t.case_id = o.case_id
WHERE NOT EXISTS (SELECT FROM reported_transfer later WHERE later.corrects = t.transfer_id)
ORDER BY o.application_id, t.transfer_id
