-- Statistics read the holds that were ordered in a span of time. Rows are written in this order, so that a block range index is small, and
-- costs a placement next to nothing.
CREATE INDEX stop_order_placed ON stop_order USING brin (placed_at);
CREATE INDEX freeze_order_requested ON freeze_order USING brin (requested_at);
