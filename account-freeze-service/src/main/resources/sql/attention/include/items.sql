-- Works out what needs attention, open or closed. Needs candidate (case_id, institution_code, account_number) before it; makes item.
-- Of the orders that the case sees on the account, `newest` is the live one, else the last that was placed. It says whether the account
-- is declined, held by another authority or waits for a person, and what became of money that is not held any more: an account that
-- was stopped again in vain is about the new order. `deciding` is the order that the money is or was held under.
-- An order that a person dismissed needs no attention, and neither does a claim that its case ended. A claim that stands and whose stop
-- was lifted is not held, whoever lifted it: a case that lifted its own stop by mistake stands again once it orders another.
-- Costs a few reads by key for each candidate.
-- Tables of other features: claim (books), stop_order, waiting_order and reported_transfer (orders).
item AS (
    SELECT claim.case_id, claim.institution_code, claim.account_number, claim.account_name, claim.account_kind, claim.level,
           found.reason, found.at_risk_fen, found.since, found.application_id, found.state, found.result_code
    FROM candidate
    CROSS JOIN LATERAL (
        SELECT c.*, c.reported_fen + c.received_fen - c.onward_fen - c.cash_fen - c.merchant_fen - c.restored_fen - c.held_fen
                    - c.frozen_fen - c.lapsed_fen - c.lifted_fen - c.returned_fen AS unknown_fen
        FROM claim c
        WHERE c.case_id = candidate.case_id AND c.institution_code = candidate.institution_code
          AND c.account_number = candidate.account_number AND c.ended_at IS NULL OFFSET 0) claim
    LEFT JOIN LATERAL (
        SELECT application_id, case_id, state, result_code, live,
               coalesce(ended_at, (timeline -> -1 ->> 'at')::timestamptz, placed_at) AS since,
               state = 'DECLINED' AND result_code = '' AS dismissed,
               bool_or(live AND state <> 'MANUAL') OVER () AS in_work,
               bool_and(state = ANY (:settled_states) AND NOT awaits_bookings) OVER () AS settled
        FROM stop_order
        WHERE stop_order.institution_code = claim.institution_code AND stop_order.account_number = claim.account_number
          AND
          -- include: sql/orders/include/seen_orders.sql
        ORDER BY live DESC, placed_at DESC, application_id DESC LIMIT 1) newest ON true
    LEFT JOIN LATERAL (
        SELECT application_id, state, result_code,
               coalesce(ended_at, (timeline -> -1 ->> 'at')::timestamptz, placed_at) AS since
        FROM stop_order
        WHERE stop_order.institution_code = claim.institution_code AND stop_order.account_number = claim.account_number
          AND
          -- include: sql/orders/include/seen_orders.sql
        ORDER BY
        -- include: sql/orders/include/foremost_order_first.sql
        LIMIT 1) deciding ON true
    CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM waiting_order w -- OFFSET 0: reads by key
                       WHERE w.institution_code = claim.institution_code AND w.account_number = claim.account_number
                         AND w.case_id = claim.case_id OFFSET 0) AS waits) own
    CROSS JOIN LATERAL (
        SELECT newest.state AS reason, greatest(claim.unknown_fen, 0) AS at_risk_fen, newest.since, newest.application_id,
               newest.state, newest.result_code
        WHERE newest.state = 'MANUAL' AND newest.case_id = claim.case_id
           OR newest.state IN ('DECLINED', 'HELD_BY_OTHER', 'MANUAL') AND NOT newest.dismissed
              AND (newest.live OR NOT own.waits)
              AND (claim.unknown_fen > 0 OR claim.level = 0
                   OR EXISTS (SELECT FROM reported_transfer t -- whose sum nobody knows, and that no correction has replaced
                              WHERE t.case_id = claim.case_id AND t.institution_code = claim.institution_code
                                AND t.account_number = claim.account_number AND t.amount_fen IS NULL
                                AND NOT EXISTS (SELECT FROM reported_transfer newer
                                                WHERE newer.corrects = t.transfer_id OFFSET 0)
                              OFFSET 0))
        UNION ALL
        SELECT 'UNHELD', claim.lapsed_fen + claim.lifted_fen, latest.since, latest.application_id, latest.state, latest.result_code
        FROM (SELECT newest.since, newest.application_id, newest.state, newest.result_code WHERE NOT newest.dismissed
              UNION ALL
              SELECT deciding.since, deciding.application_id, deciding.state, deciding.result_code
              WHERE newest.dismissed) latest
        WHERE (claim.lapsed_fen > 0 OR claim.lifted_fen > 0) AND NOT newest.in_work
        UNION ALL
        SELECT 'UNKNOWN', claim.unknown_fen, coalesce(deciding.since, claim.claimed_at), deciding.application_id,
               deciding.state, deciding.result_code
        WHERE claim.unknown_fen > :unknown_threshold AND claim.revision = claim.traced_revision
          AND coalesce(newest.settled AND NOT newest.dismissed, true) AND NOT own.waits) found)
