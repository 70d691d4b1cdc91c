-- A page of the known mules.
-- Tables of other features: claim (books), stop_order (orders).
-- include: sql/mules/include/known_mules.sql
AND (r.institution_code, r.account_number) > (:after_institution_code, :after_account_number)
ORDER BY r.institution_code, r.account_number LIMIT :max_mules
