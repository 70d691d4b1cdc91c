-- One order, as its own case sees it.
-- include: sql/orders/include/order_views.sql
WHERE stop_order.application_id = :application_id AND claim.case_id = stop_order.case_id
