-- Locks an account, so that two replicas do not list its payers at once. Does not block orders.
INSERT INTO screened_account (institution_code, account_number, screened_at) VALUES (:institution_code, :account_number, :now)
ON CONFLICT (institution_code, account_number) DO UPDATE SET screened_at = excluded.screened_at
