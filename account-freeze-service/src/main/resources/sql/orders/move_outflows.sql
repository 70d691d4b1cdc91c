-- Has the outflows that were paid to a moved account name it where it is now.
-- The payers are due: a step that still takes the payee for the account as it was named must not be written.
-- Tables of other features: outflow and claim (books).
WITH moved AS (
    UPDATE outflow SET payee_institution_code = :to_institution_code
    WHERE payee_institution_code = :institution_code AND payee_number = :account_number
    RETURNING institution_code, account_number)
UPDATE claim SET revision = revision + 1, due_at = :moved_at
WHERE (institution_code, account_number) IN (SELECT * FROM moved)
