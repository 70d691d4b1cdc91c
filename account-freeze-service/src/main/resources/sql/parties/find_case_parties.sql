-- The parties of a case: the victim's name, who paid whom by its reports, and what is known of its payers, with the accounts that a
-- new report of it names. Accounts are brought together by their numbers, because an institution may be unknown.
-- Tables of other features: inbox, reported_transfer and stop_order (orders), claim, outflow and inflow (books).
WITH
-- include: sql/parties/include/case_transfers.sql
, role AS (
    SELECT payer_institution_code AS institution_code, payer_number AS account_number, 'PAYER' AS role
    FROM case_transfer WHERE payer_number <> ''
    UNION SELECT institution_code, account_number, 'PAYEE' FROM case_transfer WHERE account_number <> ''
    UNION SELECT * FROM unnest(:institution_codes, :account_numbers, :roles)),
subject AS (
    SELECT DISTINCT institution_code, account_number, is_paid AS named
    FROM (SELECT institution_code, account_number, bool_or(role = 'PAYER') OVER same_number AS is_payer,
                 bool_or(role = 'PAYEE') OVER same_number AS is_paid
          FROM role WINDOW same_number AS (PARTITION BY account_number)) account
    WHERE is_payer)
SELECT coalesce((SELECT max(victim_name) FROM inbox WHERE case_id = :case_id), '') AS victim_name,
       (SELECT json_agg(to_json(t)) FROM case_transfer t) AS transfers,
       (SELECT json_agg(to_json(f)) FROM (
           -- include: sql/parties/include/account_facts.sql
       ) f) AS facts
