-- Reads where a case's money went, as of one moment.
-- Tables of other features: claim and outflow (books), stop_order and reported_transfer (orders).
WITH transfers AS (
    SELECT o.institution_code, o.account_number, c.account_name, c.account_kind, o.serial, o.ordinal, o.kind,
           o.amount_fen, false AS replaced, o.booked_at, o.sequence, o.payee_institution_code, o.payee_number, o.payee_name, o.payee_kind,
           t.tainted_fen, t.level
    FROM traced_transfer t
    CROSS JOIN LATERAL (
        SELECT * FROM outflow WHERE outflow.institution_code = t.institution_code
                                AND outflow.account_number = t.account_number AND outflow.serial = t.serial
                                AND outflow.ordinal = t.ordinal OFFSET 0) o
    CROSS JOIN LATERAL (
        SELECT account_name, account_kind FROM claim
        WHERE claim.case_id = :case_id AND claim.institution_code = t.institution_code
          AND claim.account_number = t.account_number OFFSET 0) c
    WHERE t.case_id = :case_id),
nodes AS (
    SELECT to_json(claim) AS claim, to_json(s) AS deciding
    FROM claim
    LEFT JOIN LATERAL (
        SELECT application_id, case_id <> :case_id AS joined, state,
               CASE WHEN moment_reported THEN stopped_at END AS stopped_at, placed_at,
               bool_or(awaits_bookings) OVER () AS awaits_bookings,
               CASE WHEN state = 'IN_EFFECT' THEN coalesce(balance_fen, 0) ELSE 0 END AS balance_fen, timeline
        FROM stop_order
        WHERE stop_order.institution_code = claim.institution_code
          AND stop_order.account_number = claim.account_number
          AND
          -- include: sql/orders/include/seen_orders.sql
        ORDER BY
        -- include: sql/orders/include/foremost_order_first.sql
        LIMIT 1) s ON true
    WHERE claim.case_id = :case_id
    ORDER BY claim.level, claim.claimed_at, claim.institution_code, claim.account_number)
SELECT (SELECT json_agg(to_json(n)) FROM nodes n) AS nodes,
       (SELECT json_agg(to_json(t) ORDER BY t.booked_at, t.sequence, t.level, t.institution_code,
                                            t.account_number, t.serial, t.ordinal) FROM transfers t) AS transfers,
       (SELECT json_agg(json_build_object('transfer_id', transfer_id, 'duplicate_of', duplicate_of,
                                          'duplicate_case_id', duplicate_case_id) ORDER BY transfer_id)
        FROM reported_transfer WHERE case_id = :case_id AND duplicate_of IS NOT NULL) AS duplicates
