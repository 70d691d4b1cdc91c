-- Finds the reports in which an account pays. Case ids are UUIDv7: the newest are last.
CREATE INDEX transfer_payer ON transfer (payer_number, case_id) WHERE payer_number <> '';
