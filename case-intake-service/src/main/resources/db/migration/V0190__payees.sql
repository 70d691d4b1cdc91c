-- Finds the cases in which an account is paid, as transfer_payer finds those in which it pays.
CREATE INDEX transfer_payee ON transfer (payee_number, case_id) WHERE payee_number <> '';
