-- What moved on an account and on those that its money came through, in order of time. OFFSET 0 makes it go by index from account to
-- account.
WITH RECURSIVE upstream AS (
    SELECT :institution_code AS institution_code, :account_number AS account_number
    UNION
    SELECT f.institution_code, f.account_number
    FROM upstream u CROSS JOIN LATERAL (
        SELECT payer_institution_code AS institution_code, payer_number AS account_number FROM attributed_flow
        WHERE payee_institution_code = u.institution_code AND payee_number = u.account_number AND payer_number IS NOT NULL
        OFFSET 0) f)
SELECT DISTINCT ON (f.booked_at, f.sequence, f.institution_code, f.account_number, f.source, f.serial, f.ordinal)
       f.source, f.institution_code, f.account_number, f.serial, f.ordinal, f.payer_institution_code, f.payer_number,
       f.payee_institution_code, f.payee_number, f.amount_fen, f.booked_at, f.shares::text AS shares, f.is_unique, f.needs_statement,
       f.level
FROM upstream u CROSS JOIN LATERAL (
    SELECT * FROM attributed_flow WHERE payee_institution_code = u.institution_code AND payee_number = u.account_number
    UNION ALL
    SELECT * FROM attributed_flow WHERE payer_institution_code = u.institution_code AND payer_number = u.account_number
    OFFSET 0) f
ORDER BY f.booked_at NULLS FIRST, f.sequence, f.institution_code, f.account_number, f.source, f.serial, f.ordinal
LIMIT :max_flows
