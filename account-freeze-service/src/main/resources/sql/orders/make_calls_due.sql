-- Makes the orders due that wait for a call to an institution which answers again. Few are not due yet: while it was away, most were
-- not tried again.
-- The rows are locked by id, as change_orders locks orders, so that replicas do not deadlock.
WITH waiting AS MATERIALIZED (
    SELECT application_id FROM stop_order
    WHERE institution_code = :institution_code AND due_at > :now AND
    -- include: sql/orders/include/waits_for_call.sql
    ORDER BY application_id FOR NO KEY UPDATE)
UPDATE stop_order SET due_at = :now WHERE application_id IN (SELECT application_id FROM waiting)
