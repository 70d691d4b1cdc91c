-- Places a waiting order if it may go out. When another order is placed first, the same statement puts it back.
-- Tables of other features: waiting_order, stop_order, reported_transfer and finding (orders), claim (books), follow_up
-- (amendments), and those that insert_orders uses.
WITH gate AS (
    DELETE FROM waiting_order w WHERE w.application_id = :application_id AND
    -- include: sql/tracing/include/may_go_out.sql
    RETURNING application_id AS gate_id),
reported_now AS (SELECT * FROM reported_transfer WHERE false), -- those of the order are stored
-- include: sql/orders/include/insert_orders.sql
SELECT state, urgent FROM placed
