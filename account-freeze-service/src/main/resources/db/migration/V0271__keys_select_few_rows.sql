-- A case, an account and a party always select few rows, whatever the statistics say: while most rows are of one of them, such as a company
-- that reports each of its payments, the planner takes the key for useless and reads the whole table for each order. It counts from the next ANALYZE.
ALTER TABLE reported_transfer
    ALTER COLUMN case_id SET (n_distinct = -0.5),
    ALTER COLUMN account_number SET (n_distinct = -0.5),
    ALTER COLUMN payer_number SET (n_distinct = -0.5);
ALTER TABLE claim
    ALTER COLUMN case_id SET (n_distinct = -0.5),
    ALTER COLUMN account_number SET (n_distinct = -0.5);
ALTER TABLE stop_order
    ALTER COLUMN case_id SET (n_distinct = -0.5),
    ALTER COLUMN account_number SET (n_distinct = -0.5);
ALTER TABLE waiting_order
    ALTER COLUMN case_id SET (n_distinct = -0.5),
    ALTER COLUMN account_number SET (n_distinct = -0.5);
ALTER TABLE inflow
    ALTER COLUMN account_number SET (n_distinct = -0.5),
    ALTER COLUMN payer_number SET (n_distinct = -0.5),
    ALTER COLUMN application_id SET (n_distinct = -0.5);
ALTER TABLE outflow
    ALTER COLUMN account_number SET (n_distinct = -0.5),
    ALTER COLUMN payee_number SET (n_distinct = -0.5),
    ALTER COLUMN application_id SET (n_distinct = -0.5);
ALTER TABLE traced_transfer
    ALTER COLUMN case_id SET (n_distinct = -0.5),
    ALTER COLUMN account_number SET (n_distinct = -0.5);
ALTER TABLE inbox
    ALTER COLUMN case_id SET (n_distinct = -0.5);
ALTER TABLE finding
    ALTER COLUMN application_id SET (n_distinct = -0.5);
ALTER TABLE alert
    ALTER COLUMN case_id SET (n_distinct = -0.5),
    ALTER COLUMN application_id SET (n_distinct = -0.5);
