-- Columns and tables get the terms of the code and the glossary. Data stays as it is.
ALTER TABLE claim RENAME COLUMN knowledge TO revision;
ALTER TABLE claim RENAME COLUMN traced_knowledge TO traced_revision;
ALTER TABLE reported_transfer RENAME COLUMN weigh_at TO screening_due_at;
ALTER TABLE inflow RENAME COLUMN weigh_at TO screening_due_at;
ALTER TABLE weighed_account RENAME TO screened_account;
ALTER INDEX reported_transfer_weigh RENAME TO reported_transfer_screening_due;
ALTER INDEX inflow_weigh RENAME TO inflow_screening_due;
ALTER TABLE screened_account RENAME COLUMN weighed_at TO screened_at;
