-- What victims paid into accounts: transfers that count, with a known sum.
-- Tables of other features: reported_transfer (facts).
SELECT t.transfer_id, t.case_id, t.payer_institution_code, t.payer_number, t.institution_code, t.account_number, t.amount_fen,
       t.transferred_at, t.serial
FROM :accounts AS a (institution_code, account_number)
CROSS JOIN LATERAL (
    SELECT * FROM reported_transfer
    WHERE reported_transfer.institution_code = a.institution_code AND reported_transfer.account_number = a.account_number
      AND is_loss AND amount_fen IS NOT NULL AND duplicate_of IS NULL OFFSET 0) t
WHERE NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = t.transfer_id)
