-- Moves the other orders of a moved account.
-- Orders that wait go where the one goes that they wait behind; orders that have ended stay beside their claims.
WITH waiting AS (
    UPDATE waiting_order SET institution_code = :to_institution_code
    WHERE institution_code = :institution_code AND account_number = :account_number)
UPDATE stop_order SET institution_code = :to_institution_code, version = version + 1
WHERE institution_code = :institution_code AND account_number = :account_number AND NOT live
