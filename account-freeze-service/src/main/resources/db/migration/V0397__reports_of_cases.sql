-- Reports and supplements of which fund-recovery is told: when the first came, the kind of fraud and the desk. The default marks each row when it
-- is inserted, and those that exist already.
ALTER TABLE inbox ADD COLUMN status_due boolean NOT NULL DEFAULT true;
CREATE INDEX inbox_status_due ON inbox (case_id) WHERE status_due;
