-- What holds an account, once for each case, the oldest first: the freezes that hold money, and a stop in effect for each other case that
-- has an active claim. The authority of a stop is that which filed the case, else the desk that took its first report.
-- Tables of other features: stop_order, reported_transfer and inbox (orders), claim (books), filed_case and freeze_order (holds).
WITH held AS (
    SELECT 'STOP' AS kind, claim.case_id, stop.application_id, stop.stopped_at AS since, stop.expires_at AS until,
           NULL::bigint AS limit_fen, coalesce(filed.organisation, reporting.organisation, '') AS authority, claim.level,
           '' AS filing_number
    FROM claim
    CROSS JOIN LATERAL (
        SELECT application_id, stopped_at, expires_at FROM stop_order
        WHERE stop_order.institution_code = claim.institution_code AND stop_order.account_number = claim.account_number
          AND stop_order.live AND stop_order.state = 'IN_EFFECT' OFFSET 0) stop
    LEFT JOIN LATERAL (SELECT organisation FROM filed_case WHERE filed_case.case_id = claim.case_id OFFSET 0) filed ON true
    LEFT JOIN LATERAL (
        SELECT organisation FROM inbox WHERE inbox.case_id = claim.case_id ORDER BY received_at, event_id LIMIT 1) reporting ON true
    WHERE claim.institution_code = :institution_code AND claim.account_number = :account_number
      AND NOT EXISTS (
          SELECT FROM freeze_order z
          WHERE z.institution_code = claim.institution_code AND z.account_number = claim.account_number
            AND z.case_id = claim.case_id AND z.state IN ('IN_EFFECT', 'PARTIAL') OFFSET 0) -- until it is booked into the claim
      AND
    -- include: sql/orders/include/active_claim.sql
    UNION ALL
    SELECT 'FREEZE', case_id, application_id, began_at, expires_at, amount_fen, filing_organisation, 0, filing_number
    FROM freeze_order
    WHERE freeze_order.institution_code = :institution_code AND freeze_order.account_number = :account_number
      AND freeze_order.state IN ('IN_EFFECT', 'PARTIAL'))
SELECT * FROM held ORDER BY since, kind DESC, application_id
