-- Batches may be made of plans that were rejected, when that is asked for.
ALTER TABLE refund_batch DROP CONSTRAINT refund_batch_stage_check;
ALTER TABLE refund_batch ADD CONSTRAINT refund_batch_stage_check CHECK (stage IN ('READY', 'APPROVED', 'REJECTED'));
