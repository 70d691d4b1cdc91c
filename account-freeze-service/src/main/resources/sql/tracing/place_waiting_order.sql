-- Places a waiting order if it may go out. When another order is placed first, the same statement puts it back.
-- Tables of other features: waiting_order, stop_order and finding (orders), claim (books), and those that insert_orders writes.
WITH gate AS (
    DELETE FROM waiting_order w WHERE w.application_id = :application_id AND
    -- include: sql/tracing/include/may_go_out.sql
    RETURNING application_id AS gate_id),
-- include: sql/orders/include/insert_orders.sql
SELECT state, urgent FROM placed
