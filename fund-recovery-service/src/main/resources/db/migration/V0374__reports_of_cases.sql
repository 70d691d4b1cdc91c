-- When the first report of a case was taken, of which kind of fraud and by whom: figures are grouped by them.
ALTER TABLE recovery_case
    ADD COLUMN received_at  timestamptz,              -- null: not told yet
    ADD COLUMN fraud_type   text NOT NULL DEFAULT '', -- empty: not known
    ADD COLUMN organisation text NOT NULL DEFAULT ''; -- of the desk that took the report; empty: not known
CREATE INDEX recovery_case_received ON recovery_case (received_at);
