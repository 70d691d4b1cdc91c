-- Lookups of the withdrawal of a case, and of the lifts of an order.
CREATE INDEX waiting_order_case ON waiting_order (case_id);
CREATE INDEX follow_up_order ON follow_up (application_id, kind);
