-- The orders on an account on which a case has money, first the one that the money is or was held under.
-- Tables of other features: claim (books), stop_order (orders).
SELECT application_id FROM stop_order
WHERE institution_code = :institution_code AND account_number = :account_number
  AND EXISTS (SELECT FROM claim
              WHERE claim.case_id = :case_id AND claim.institution_code = :institution_code
                AND claim.account_number = :account_number)
ORDER BY
-- include: sql/orders/include/foremost_order_first.sql
LIMIT 20
