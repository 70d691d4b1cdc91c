-- Moves the other orders of a moved account.
-- Waiting orders move with the order that they wait behind; ended orders stay with their claims.
WITH waiting AS (
    UPDATE waiting_order SET institution_code = :to_institution_code
    WHERE institution_code = :institution_code AND account_number = :account_number)
UPDATE stop_order SET institution_code = :to_institution_code, version = version + 1, unpublished = true
WHERE institution_code = :institution_code AND account_number = :account_number AND NOT live
