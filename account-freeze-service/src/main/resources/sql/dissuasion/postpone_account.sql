-- Postpones the listing of an account's payers until the account is stopped.
-- The statement that makes a stop effective makes the account due again.
-- Tables of other features: inflow (books), reported_transfer (orders).
WITH inflows AS (
    UPDATE inflow SET screening_due_at = NULL
    WHERE institution_code = :institution_code AND account_number = :account_number AND screening_due_at <= :now)
UPDATE reported_transfer SET screening_due_at = NULL
WHERE institution_code = :institution_code AND account_number = :account_number AND screening_due_at <= :now
