-- The accounts that a case ever named as payers, as payer, and those that it names as payees as well, as paid_payer (institution_code,
-- account_number). A payer that a correction withdrew is among them: whose it is may have turned out. An account without an institution
-- is compared by its number. Needs case_transfer before it.
payer AS (
    SELECT DISTINCT payer_institution_code AS institution_code, payer_number AS account_number
    FROM case_transfer WHERE payer_number <> ''),
paid_payer AS (
    SELECT DISTINCT t.institution_code, t.account_number
    FROM payer p JOIN case_transfer t ON t.account_number = p.account_number
         AND (t.institution_code = p.institution_code OR '' IN (t.institution_code, p.institution_code)))
