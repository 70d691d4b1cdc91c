-- Changes the payee of outflows to a moved account to where it is now.
-- The payers become due: a trace step that still uses the old payee must not be written.
-- Tables of other features: outflow and claim (books).
WITH moved AS (
    UPDATE outflow SET payee_institution_code = :to_institution_code, unpublished = true
    WHERE payee_institution_code = :institution_code AND payee_number = :account_number
    RETURNING institution_code, account_number)
UPDATE claim SET revision = revision + 1, due_at = :moved_at
WHERE (institution_code, account_number) IN (SELECT * FROM moved)
