-- Who paid whom by a case's reports, each pair of names once; an account that is paid only is left out, as it is no payer. Needs
-- case_transfer and paid_payer before it.
SELECT DISTINCT ON (payer_institution_code, payer_number, payer_name, institution_code, account_number, account_name, corrected)
       t.transfer_id, t.payer_institution_code, t.payer_number, t.payer_name, coalesce(p.institution_code, '') AS institution_code,
       coalesce(p.account_number, '') AS account_number,
       CASE WHEN p.account_number IS NOT NULL THEN t.account_name ELSE '' END AS account_name, t.account_kind,
       t.reported_at, t.corrected
FROM case_transfer t
LEFT JOIN paid_payer p ON p.institution_code = t.institution_code AND p.account_number = t.account_number
WHERE t.payer_number <> '' OR p.account_number IS NOT NULL
ORDER BY payer_institution_code, payer_number, payer_name, institution_code, account_number, account_name, corrected, t.reported_at
