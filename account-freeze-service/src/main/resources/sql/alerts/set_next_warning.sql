-- Sets when the next warning of a stop is due, unless its term has changed.
-- The rows are locked by id, as change_orders locks orders, so that replicas do not deadlock.
-- Tables of other features: stop_order (orders).
WITH stops AS MATERIALIZED (
    SELECT stop_order.application_id, w.warn_at
    FROM :warnings AS w
    JOIN stop_order ON stop_order.application_id = w.application_id AND stop_order.expires_at = w.expires_at
         AND stop_order.reported_expires_at IS NOT DISTINCT FROM w.reported_expires_at
    WHERE stop_order.state = 'IN_EFFECT'
    ORDER BY stop_order.application_id
    FOR UPDATE OF stop_order)
UPDATE stop_order SET warn_at = stops.warn_at
FROM stops
WHERE stop_order.application_id = stops.application_id
