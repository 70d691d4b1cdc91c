-- The newest cases in which each account pays, by transfers that were not corrected, with the holder's names as typed. An institution
-- that one side does not know decides nothing.
SELECT a.ordinal, paid.case_id, c.accepted_at, paid.names
FROM :accounts AS a (ordinal, institution_code, number)
CROSS JOIN LATERAL (
    SELECT t.case_id, array_agg(DISTINCT t.payer_name) AS names
    FROM transfer t
    WHERE t.payer_number = a.number AND t.payer_number <> ''
      AND (t.payer_institution = a.institution_code OR t.payer_institution = '' OR a.institution_code = '')
      AND NOT EXISTS (SELECT FROM transfer later WHERE later.corrects_transfer_id = t.transfer_id)
    GROUP BY t.case_id
    ORDER BY t.case_id DESC
    LIMIT :max_cases) AS paid
JOIN fraud_case c ON c.case_id = paid.case_id
ORDER BY a.ordinal, paid.case_id DESC
