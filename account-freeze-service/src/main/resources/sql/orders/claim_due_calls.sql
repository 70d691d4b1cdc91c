-- Claims, for a lease, due orders that wait for a call to their institution: at each institution as many as it has room for, urgent
-- ones first. The recursion goes from one institution to the next by the index stop_order_call, whose order it asks for, so that a backlog
-- at one costs the others nothing.
WITH RECURSIVE waiting AS (
    SELECT ''::text AS institution_code
    UNION ALL
    SELECT following.institution_code FROM waiting CROSS JOIN LATERAL (
        SELECT o.institution_code FROM stop_order o WHERE o.institution_code > waiting.institution_code AND
        -- include: sql/orders/include/waits_for_call.sql
        ORDER BY o.institution_code, o.urgent DESC, o.due_at LIMIT 1) following),
due AS MATERIALIZED (
    SELECT call.application_id
    FROM waiting LEFT JOIN unnest(:institutions, :capacities) AS limited (institution_code, capacity) USING (institution_code)
    CROSS JOIN LATERAL (
        SELECT o.application_id FROM stop_order o
        WHERE o.institution_code = waiting.institution_code AND o.due_at <= :now AND
        -- include: sql/orders/include/waits_for_call.sql
        ORDER BY o.urgent DESC, o.due_at LIMIT coalesce(limited.capacity, :capacity_of_others) FOR UPDATE SKIP LOCKED) call)
UPDATE stop_order SET due_at = :lease_end
WHERE application_id = ANY (ARRAY(SELECT application_id FROM due))
RETURNING
-- include: sql/orders/include/order_columns.sql
