-- Batches are listed by the moment they were made: their ids are made by callers. A plan may be left out of a batch by name.
ALTER TABLE refund_batch ADD COLUMN except_plans uuid[] NOT NULL DEFAULT '{}'; -- plans that the officer left out
CREATE INDEX refund_batch_made ON refund_batch (made_at DESC, batch_id DESC);
