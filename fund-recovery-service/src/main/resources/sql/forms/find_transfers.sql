-- What the victims of cases reported to have paid: transfers that count, as they were reported.
-- Tables of other features: reported_transfer and recovery_case (facts), deposit_decision (eligibility).
SELECT t.case_id, t.institution_code, t.account_number, t.amount_fen, t.transferred_at
FROM reported_transfer t
WHERE t.case_id = ANY (:case_ids) AND
-- include: sql/shared/include/counted_loss.sql
ORDER BY t.case_id, t.transferred_at NULLS FIRST, t.transfer_id
