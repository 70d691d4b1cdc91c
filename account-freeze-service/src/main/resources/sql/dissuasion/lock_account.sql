-- Locks an account, so that two replicas do not list its payers at once; no order has to wait for that.
INSERT INTO weighed_account (institution_code, account_number, weighed_at) VALUES (:institution_code, :account_number, :now)
ON CONFLICT (institution_code, account_number) DO UPDATE SET weighed_at = excluded.weighed_at
