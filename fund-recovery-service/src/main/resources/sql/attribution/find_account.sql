-- Whose money an account holds.
SELECT
-- include: sql/attribution/include/computed_columns.sql
FROM attributed_account a
WHERE a.institution_code = :institution_code AND a.account_number = :account_number AND a.computed_at IS NOT NULL
