-- What decides whose an account is that a case names as a payer. Needs payers (institution_code, account_number, names, named_at)
-- before it. A payer without an institution is compared by its number. Institutions name an account in bookings, and confirm the
-- name of an order when they stop the account. OFFSET 0: reads by key.
-- Tables of other features: reported_transfer and stop_order (orders), claim, outflow and inflow (books).
SELECT p.institution_code, p.account_number, p.names || coalesce(payee.names, '{}') AS typed_names,
       coalesce(told.names, '{}') AS told_names, payee.names IS NOT NULL AS reported_payee,
       coalesce(traced.before, false) AS traced_before, p.named_at < 'infinity' AS named_before
FROM payers p
LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT t.account_name) AS names FROM reported_transfer t
    WHERE t.case_id = :case_id AND t.account_number = p.account_number
      AND (t.institution_code = p.institution_code OR p.institution_code = '')
      AND NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = t.transfer_id)) payee ON true
LEFT JOIN LATERAL (
    SELECT bool_or(c.claimed_at < p.named_at) AS before FROM claim c
    WHERE c.case_id = :case_id AND c.account_number = p.account_number AND c.institution_code = p.institution_code
      AND c.level > 0 AND c.received_fen > 0) traced ON true
LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT name) AS names FROM (
        SELECT payee_name AS name FROM outflow
        WHERE outflow.payee_institution_code = p.institution_code AND outflow.payee_number = p.account_number
        UNION ALL SELECT payer_name FROM inflow
        WHERE inflow.payer_number = p.account_number AND inflow.payer_institution_code = p.institution_code
        UNION ALL SELECT account_name FROM stop_order
        WHERE stop_order.institution_code = p.institution_code AND stop_order.account_number = p.account_number
          AND counted) named
    WHERE name <> '') told ON payee.names IS NOT NULL OR traced.before
