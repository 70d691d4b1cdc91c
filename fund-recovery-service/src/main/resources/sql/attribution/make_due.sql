-- Makes accounts due at once. Rows are locked in the order of their keys.
UPDATE attributed_account SET due_at = :now
FROM (
    SELECT a.institution_code, a.account_number
    FROM (SELECT institution_code, account_number FROM :accounts AS a ORDER BY institution_code, account_number) a
    CROSS JOIN LATERAL (
        SELECT FROM attributed_account
        WHERE attributed_account.institution_code = a.institution_code AND attributed_account.account_number = a.account_number
        FOR UPDATE) current) due
WHERE attributed_account.institution_code = due.institution_code AND attributed_account.account_number = due.account_number
