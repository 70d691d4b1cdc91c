-- What was paid back to victims out of accounts, and did not come back.
-- Tables of other features: refund_payment and refund_receipt (payments).
SELECT p.institution_code, p.account_number, p.payment_id, p.case_id, p.payee_institution_code, p.payee_number,
       p.paid_fen - p.returned_fen AS fen, p.last_paid_at, receipts.receipt_id
FROM :accounts AS a (institution_code, account_number)
CROSS JOIN LATERAL (
    SELECT * FROM refund_payment
    WHERE refund_payment.institution_code = a.institution_code AND refund_payment.account_number = a.account_number
      AND paid_fen > returned_fen OFFSET 0) p
CROSS JOIN LATERAL (
    SELECT CASE WHEN count(*) = 1 THEN min(receipt_id) END AS receipt_id
    FROM refund_receipt r WHERE r.payment_id = p.payment_id) receipts
