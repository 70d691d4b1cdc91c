-- Reports and supplements of which fund-recovery is told: when the first came, the kind of fraud and the desk. From now on the default marks each row
-- when it is inserted. Rows that exist already are not marked: the index is built without an entry while the table is locked, and their cases are
-- told by case_status.
ALTER TABLE inbox ADD COLUMN status_due boolean NOT NULL DEFAULT false;
CREATE INDEX inbox_status_due ON inbox (case_id) WHERE status_due;
ALTER TABLE inbox ALTER COLUMN status_due SET DEFAULT true;

INSERT INTO case_status (case_id) SELECT DISTINCT case_id FROM inbox ORDER BY case_id
ON CONFLICT (case_id) DO UPDATE SET unpublished = true;
