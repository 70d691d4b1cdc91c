-- What is known of accounts beside reports: names that institutions gave them, and when the case's money was traced to them. Needs
-- subject (institution_code, account_number, named) before it. Names are read where named is set, and of accounts that were traced.
-- Institutions name an account in bookings, and confirm the name of an order when they stop the account.
-- Tables of other features: stop_order (orders), claim, outflow and inflow (books).
SELECT a.institution_code, a.account_number, coalesce(told.names, '{}') AS told_names, traced.claimed_at AS traced_at
FROM subject a
LEFT JOIN LATERAL (
    SELECT c.claimed_at FROM claim c
    WHERE c.case_id = :case_id AND c.institution_code = a.institution_code AND c.account_number = a.account_number
      AND c.level > 0 AND c.received_fen > 0) traced ON true
LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT name) AS names FROM (
        SELECT payee_name AS name FROM outflow
        WHERE outflow.payee_institution_code = a.institution_code AND outflow.payee_number = a.account_number
        UNION ALL SELECT payer_name FROM inflow
        WHERE inflow.payer_number = a.account_number AND inflow.payer_institution_code = a.institution_code
        UNION ALL SELECT account_name FROM stop_order
        WHERE stop_order.institution_code = a.institution_code AND stop_order.account_number = a.account_number
          AND counted) named
    WHERE name <> '') told ON a.named OR traced.claimed_at IS NOT NULL
