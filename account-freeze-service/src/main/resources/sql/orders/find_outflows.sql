-- The outflows of an account, replaced ones included; is_pending: told by this order and not listed by a complete answer since.
-- Tables of other features: outflow (books).
SELECT serial, ordinal, kind, amount_fen, booked_at, payee_number,
       pending AND application_id = :application_id AS is_pending
FROM outflow WHERE institution_code = :institution_code AND account_number = :account_number
