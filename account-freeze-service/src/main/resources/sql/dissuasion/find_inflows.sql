-- The inflows of an account.
-- Tables of other features: inflow (books).
SELECT serial, ordinal, amount_fen, booked_at, payer_institution_code, payer_number, payer_name, payer_kind
FROM inflow WHERE institution_code = :institution_code AND account_number = :account_number
ORDER BY booked_at, serial, ordinal
