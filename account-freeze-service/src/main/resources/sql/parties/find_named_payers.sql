-- The parties of a case: the victim's name, and the accounts that it names as payers, with those that a new report of it names.
-- Tables of other features: inbox, reported_transfer and stop_order (orders), claim, outflow and inflow (books).
WITH payers AS (
    SELECT institution_code, account_number, array_agg(account_name) AS names, min(named_at) AS named_at
    FROM (SELECT institution_code, account_number, account_name, named_at FROM named_payer WHERE case_id = :case_id
          UNION ALL
          SELECT new.institution_code, new.account_number, '', 'infinity'
          FROM unnest(:institution_codes, :account_numbers) AS new (institution_code, account_number)) named
    GROUP BY institution_code, account_number)
SELECT coalesce((SELECT max(victim_name) FROM inbox WHERE case_id = :case_id), '') AS victim_name,
       (SELECT json_agg(to_json(f)) FROM (
           -- include: sql/parties/include/payer_facts.sql
       ) f) AS payers
