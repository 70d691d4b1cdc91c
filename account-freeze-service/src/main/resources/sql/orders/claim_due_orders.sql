-- Claims due orders for a lease, other than those that wait to be sent or inquired about: urgent ones first, and none that needs an
-- inquiry at a full institution.
-- An inquiry for the bookings of a stop does not delay the end of its term.
WITH urgent AS MATERIALIZED (
    SELECT application_id FROM stop_order
    WHERE due_at <= :now AND urgent AND
    -- include: sql/orders/include/can_be_advanced.sql
    ORDER BY due_at LIMIT :max_orders FOR UPDATE SKIP LOCKED),
others AS MATERIALIZED (
    SELECT application_id FROM stop_order
    WHERE due_at <= :now AND NOT urgent AND
    -- include: sql/orders/include/can_be_advanced.sql
    ORDER BY due_at LIMIT (SELECT :max_orders - count(*) FROM urgent) FOR UPDATE SKIP LOCKED)
UPDATE stop_order
SET due_at = CASE WHEN state = 'IN_EFFECT' AND expires_at > :now THEN least(:lease_end, expires_at) ELSE :lease_end END
WHERE application_id IN (SELECT application_id FROM urgent UNION ALL SELECT application_id FROM others)
RETURNING
-- include: sql/orders/include/order_columns.sql
