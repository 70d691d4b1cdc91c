-- One order.
SELECT
-- include: sql/orders/include/order_columns.sql
FROM stop_order WHERE application_id = :application_id
