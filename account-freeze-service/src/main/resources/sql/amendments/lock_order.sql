-- Locks an order and reads its state.
-- Tables of other features: stop_order (orders).
SELECT state FROM stop_order WHERE application_id = :application_id FOR UPDATE
