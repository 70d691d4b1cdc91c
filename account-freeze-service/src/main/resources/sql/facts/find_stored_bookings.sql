-- The bookings of an account that are stored under some serials: they are told by themselves.
-- Tables of other features: outflow and inflow (books).
SELECT 'OUT' AS direction, o.serial, o.ordinal, o.kind, o.amount_fen, o.payee_number AS party_number
FROM unnest(:serials) AS told (serial) CROSS JOIN LATERAL (
    SELECT serial, ordinal, kind, amount_fen, payee_number FROM outflow
    WHERE outflow.institution_code = :institution_code AND outflow.account_number = :account_number
      AND outflow.serial = told.serial OFFSET 0) o
UNION ALL
SELECT 'IN', i.serial, i.ordinal, '', i.amount_fen, i.payer_number
FROM unnest(:serials) AS told (serial) CROSS JOIN LATERAL (
    SELECT serial, ordinal, amount_fen, payer_number FROM inflow
    WHERE inflow.institution_code = :institution_code AND inflow.account_number = :account_number
      AND inflow.serial = told.serial OFFSET 0) i
