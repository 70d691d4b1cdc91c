-- What victims paid into accounts: transfers that count, with a known sum.
-- Tables of other features: reported_transfer and recovery_case (facts), deposit_decision (eligibility).
SELECT t.transfer_id, t.case_id, t.payer_institution_code, t.payer_number, t.institution_code, t.account_number, t.amount_fen,
       t.transferred_at, t.serial
FROM :accounts AS a (institution_code, account_number)
CROSS JOIN LATERAL (
    SELECT * FROM reported_transfer
    WHERE reported_transfer.institution_code = a.institution_code AND reported_transfer.account_number = a.account_number OFFSET 0) t
WHERE
-- include: sql/shared/include/counted_loss.sql
