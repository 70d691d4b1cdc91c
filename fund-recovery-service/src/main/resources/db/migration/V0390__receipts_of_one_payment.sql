-- A receipt is of one payment: an institution that names it for another has not shown that it paid twice.
ALTER TABLE refund_receipt ADD COLUMN institution_code text; -- of the institution that paid
UPDATE refund_receipt r SET institution_code = p.institution_code FROM refund_payment p WHERE p.payment_id = r.payment_id;
ALTER TABLE refund_receipt ALTER COLUMN institution_code SET NOT NULL,
    ADD CONSTRAINT refund_receipt_of_one_payment UNIQUE (institution_code, receipt_id);
