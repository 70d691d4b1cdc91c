-- Postpones the listing of an account's payers until the account is stopped.
-- Nobody looks again before there is a stop: the statement that makes one effective has the account looked at.
-- Tables of other features: inflow (books), reported_transfer (orders).
WITH inflows AS (
    UPDATE inflow SET screening_due_at = NULL
    WHERE institution_code = :institution_code AND account_number = :account_number AND screening_due_at <= :now)
UPDATE reported_transfer SET screening_due_at = NULL
WHERE institution_code = :institution_code AND account_number = :account_number AND screening_due_at <= :now
