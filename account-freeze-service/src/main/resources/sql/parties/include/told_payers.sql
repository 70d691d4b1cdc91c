-- The claims that depend on whose an account is whose holder institutions name, as contested_claim (application_id, case_id,
-- institution_code, account_number): the account's own, and those on accounts that it paid, in cases that name it as a payer, if their
-- money came to it. Needs told_name (application_id, institution_code, account_number, name) before it. OFFSET 0: reads by key.
-- Tables of other features: reported_transfer (orders), claim (books).
contested_claim AS (
    SELECT DISTINCT told.application_id, paid.case_id, paid.institution_code, paid.account_number
    FROM told_name told
    CROSS JOIN LATERAL (
        SELECT t.case_id, t.institution_code, t.account_number,
               EXISTS (SELECT FROM reported_transfer i
                       WHERE i.institution_code = told.institution_code AND i.account_number = told.account_number
                         AND i.case_id = t.case_id OFFSET 0)
               OR EXISTS (SELECT FROM claim c
                          WHERE c.case_id = t.case_id AND c.institution_code = told.institution_code
                            AND c.account_number = told.account_number OFFSET 0) AS is_contested
        FROM reported_transfer t
        WHERE t.payer_number = told.account_number AND t.payer_number <> ''
          AND t.payer_institution_code IN ('', told.institution_code) OFFSET 0) t
    CROSS JOIN LATERAL (
        SELECT t.case_id, t.institution_code, t.account_number
        UNION ALL SELECT t.case_id, told.institution_code, told.account_number) paid
    WHERE t.is_contested AND told.name <> '')
