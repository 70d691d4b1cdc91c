-- The claims of the cases that see an order, oldest first.
-- Tables of other features: claim (books).
SELECT claim.case_id, claim.level, claim.reported_fen + claim.received_fen AS tainted_fen, claim.held_fen, claim.frozen_fen,
       claim.returned_fen, claim.claimed_at,
       claim.ended_at, claim.end_details,
       -- include: sql/orders/include/active_claim.sql
       AS active
FROM stop_order JOIN claim ON claim.institution_code = stop_order.institution_code
     AND claim.account_number = stop_order.account_number
WHERE stop_order.application_id = :application_id AND
-- include: sql/orders/include/seen_orders.sql
ORDER BY claim.claimed_at, claim.case_id
