-- The accounts that hold money of a case.
SELECT
-- include: sql/attribution/include/computed_columns.sql
FROM attributed_account a
WHERE a.shares ? :case_id
ORDER BY a.level, a.institution_code, a.account_number
