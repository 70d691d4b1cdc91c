-- Counts the active claims on the account of an order. The order must be locked before, in a statement of its own: only then does
-- this one see what the transaction before has committed.
-- Tables of other features: stop_order and reported_transfer (orders), claim (books).
SELECT count(*) AS claims
FROM stop_order JOIN claim ON claim.institution_code = stop_order.institution_code
     AND claim.account_number = stop_order.account_number
WHERE stop_order.application_id = :application_id AND
-- include: sql/orders/include/active_claim.sql
AND
-- include: sql/orders/include/seen_orders.sql
