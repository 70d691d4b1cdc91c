-- Reads the progress of a case in one statement: the summary and the orders are as of one moment.
-- Tables of other features: claim (books).
SELECT summary.*, seen.*
FROM (SELECT (SELECT count(*) FROM inbox WHERE case_id = :case_id) AS intake_events,
             coalesce(sum(reported_fen), 0)::bigint AS reported_sum,
             coalesce(sum(cash_fen), 0)::bigint AS cash_sum,
             coalesce(sum(merchant_fen), 0)::bigint AS merchant_sum,
             coalesce(sum(restored_fen), 0)::bigint AS restored_sum,
             coalesce(sum(frozen_fen), 0)::bigint AS frozen_sum,
             coalesce(sum(returned_fen), 0)::bigint AS returned_sum,
             coalesce(sum(reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen - held_fen
                          - frozen_fen - lapsed_fen - lifted_fen - returned_fen), 0)::bigint AS unknown_sum,
             coalesce(bool_and(reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen - held_fen
                               - frozen_fen - lapsed_fen - lifted_fen - returned_fen >= 0)
                      AND sum(received_fen) = sum(onward_fen), true) AS conserved,
             coalesce(bool_or(revision <> traced_revision), false) AS claims_behind,
             EXISTS (SELECT FROM outbox WHERE case_id = :case_id AND type = 'stoppayment.freeze.v1.FundsMoved') AS events_out,
             (SELECT json_agg(json_build_object('transfer_id', transfer_id, 'duplicate_of', duplicate_of,
                                                'duplicate_case_id', duplicate_case_id) ORDER BY transfer_id)
              FROM reported_transfer WHERE case_id = :case_id AND duplicate_of IS NOT NULL) AS duplicates
      FROM claim WHERE case_id = :case_id) summary
LEFT JOIN (
-- include: sql/orders/include/order_views.sql
WHERE claim.case_id = :case_id AND
-- include: sql/orders/include/seen_orders.sql
) seen ON true
ORDER BY seen.placed_at, seen.application_id
