-- What was paid back to victims out of accounts, by receipt, and what of it came back.
-- Tables of other features: refund_payment and refund_receipt (payments).
SELECT p.institution_code, p.account_number, p.payment_id, p.case_id, p.payee_institution_code, p.payee_number,
       r.receipt_id, r.paid_fen, r.paid_at, r.returned_fen, r.returned_at
FROM :accounts AS a (institution_code, account_number)
CROSS JOIN LATERAL (
    SELECT * FROM refund_payment
    WHERE refund_payment.institution_code = a.institution_code AND refund_payment.account_number = a.account_number OFFSET 0) p
JOIN refund_receipt r ON r.payment_id = p.payment_id
