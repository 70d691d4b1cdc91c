-- Locks the claims of a case, in the order in which a step of its trace locks them. A step waits here or is waited for.
-- Tables of other features: claim (books).
SELECT FROM claim WHERE case_id = :case_id ORDER BY institution_code, account_number FOR UPDATE
