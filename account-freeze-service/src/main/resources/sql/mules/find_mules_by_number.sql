-- The known mules with an account number, at one institution or at any.
-- Tables of other features: claim (books), stop_order (orders).
-- include: sql/mules/include/known_mules.sql
AND r.account_number = :account_number AND (:institution_code IS NULL OR r.institution_code = :institution_code)
ORDER BY r.institution_code
