-- A page of the orders that wait for a person.
-- Tables of other features: claim (books).
-- include: sql/orders/include/order_views.sql
WHERE stop_order.state = 'MANUAL' AND claim.case_id = stop_order.case_id AND stop_order.application_id > :after_application_id
ORDER BY stop_order.application_id LIMIT :max_orders
