-- Flows into accounts from accounts that are not among them, with what they carried.
SELECT f.source, f.institution_code, f.account_number, f.serial, f.ordinal, f.payer_institution_code, f.payer_number, f.payee_institution_code, f.payee_number, f.amount_fen,
       f.booked_at, f.sequence, f.shares::text AS shares, f.is_unique, f.needs_statement, f.level
FROM :accounts AS a (institution_code, account_number)
CROSS JOIN LATERAL (
    SELECT * FROM attributed_flow
    WHERE attributed_flow.payee_institution_code = a.institution_code AND attributed_flow.payee_number = a.account_number
    OFFSET 0) f
WHERE f.payer_number IS NOT NULL AND NOT EXISTS (
    SELECT FROM :accounts AS p (institution_code, account_number)
    WHERE p.institution_code = f.payer_institution_code AND p.account_number = f.payer_number)
