-- Reads summaries of cases. The token is a digest of all that determines what is shown: the case's events, its claims, the
-- versions of the orders that it sees and where their amendments stand, the version of its trace, whether recovery has all
-- events, and what officers closed.
-- OFFSET 0 keeps the planner from reading all orders or all outbox events to answer for a few cases.
-- Tables of other features: inbox and stop_order (orders), claim (books), trace (tracing), follow_up
-- (amendments), attention_closure (attention).
SELECT watched.case_id, arrived.events, books.accounts, books.behind, books.reported_fen, books.received_fen,
       books.onward_fen, books.cash_fen, books.merchant_fen, books.restored_fen, books.held_fen, books.frozen_fen,
       books.lapsed_fen, books.lifted_fen, books.returned_fen, orders.settled,
       md5(concat_ws('/', arrived.events, arrived.events_out, trace.version, books.behind, books.digest,
                          orders.digest, arrived.closures)) AS token
FROM unnest(:case_ids) AS watched (case_id)
CROSS JOIN LATERAL (
    SELECT (SELECT count(*) FROM inbox WHERE inbox.case_id = watched.case_id) AS events,
           EXISTS (SELECT FROM outbox WHERE outbox.case_id = watched.case_id
                     AND type = 'stoppayment.freeze.v1.FundsMoved' OFFSET 0) AS events_out,
           (SELECT count(*) FROM attention_closure WHERE attention_closure.case_id = watched.case_id) AS closures) arrived
CROSS JOIN LATERAL (
    SELECT count(*)::int AS accounts, coalesce(bool_or(revision <> traced_revision), false) AS behind,
           coalesce(sum(reported_fen), 0)::bigint AS reported_fen,
           coalesce(sum(received_fen), 0)::bigint AS received_fen,
           coalesce(sum(onward_fen), 0)::bigint AS onward_fen,
           coalesce(sum(cash_fen), 0)::bigint AS cash_fen,
           coalesce(sum(merchant_fen), 0)::bigint AS merchant_fen,
           coalesce(sum(restored_fen), 0)::bigint AS restored_fen,
           coalesce(sum(held_fen), 0)::bigint AS held_fen,
           coalesce(sum(frozen_fen), 0)::bigint AS frozen_fen,
           coalesce(sum(lapsed_fen), 0)::bigint AS lapsed_fen,
           coalesce(sum(lifted_fen), 0)::bigint AS lifted_fen,
           coalesce(sum(returned_fen), 0)::bigint AS returned_fen,
           string_agg(concat_ws(',', institution_code, account_number, account_name, account_kind, level,
                                     reported_fen, received_fen, onward_fen, cash_fen, merchant_fen, restored_fen, held_fen,
                                     frozen_fen, lapsed_fen, lifted_fen, returned_fen, not_followed, ended_at),
                      ';' ORDER BY institution_code, account_number) AS digest
    FROM claim WHERE claim.case_id = watched.case_id) books
CROSS JOIN LATERAL (
    SELECT coalesce(bool_and(seen.state = ANY (:settled_states) AND NOT seen.awaits_bookings), true) AS settled,
           string_agg(concat_ws(':', seen.application_id, seen.version, seen.amendments), ';' ORDER BY seen.application_id) AS digest
    FROM claim CROSS JOIN LATERAL (
        SELECT application_id, version, state, awaits_bookings,
               (SELECT string_agg(f.state, ',' ORDER BY f.follow_up_id) FROM follow_up f
                WHERE f.application_id = stop_order.application_id) AS amendments
        FROM stop_order
        WHERE stop_order.institution_code = claim.institution_code
          AND stop_order.account_number = claim.account_number
          AND
          -- include: sql/orders/include/seen_orders.sql
        OFFSET 0) seen
    WHERE claim.case_id = watched.case_id) orders
LEFT JOIN trace ON trace.case_id = watched.case_id
