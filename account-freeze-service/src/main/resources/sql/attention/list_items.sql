-- A page of what needs attention, in all cases.
-- Costs reads of the indexes that have only claims whose money is not all located or was held once, and orders without a hold: with
-- them what was closed and what is on its way, but no order or claim that is in good order.
-- Tables of other features: claim (books), stop_order, waiting_order and reported_transfer (orders).
WITH candidate AS (
    SELECT case_id, institution_code, account_number FROM claim
    WHERE claimed_at <= :as_of AND reported_fen + received_fen
          > onward_fen + cash_fen + merchant_fen + restored_fen + held_fen + lapsed_fen + lifted_fen
    UNION SELECT case_id, institution_code, account_number FROM claim
    WHERE claimed_at <= :as_of AND (lapsed_fen > 0 OR lifted_fen > 0)
    UNION SELECT c.case_id, c.institution_code, c.account_number
    FROM (SELECT institution_code, account_number FROM stop_order
          WHERE placed_at <= :as_of AND state IN ('DECLINED', 'HELD_BY_OTHER', 'MANUAL')) s
    CROSS JOIN LATERAL (SELECT * FROM claim WHERE claim.institution_code = s.institution_code
                                              AND claim.account_number = s.account_number OFFSET 0) c),
-- include: sql/attention/include/items.sql
-- include: sql/attention/include/open_items.sql
-- include: sql/attention/include/page.sql
