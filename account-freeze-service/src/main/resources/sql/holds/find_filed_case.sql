-- The filing of a case, and whether the case is closed or withdrawn.
-- Tables of other features: withdrawn_case (orders).
SELECT filing_number, organisation,
       closed_at IS NOT NULL AS closed,
       EXISTS (SELECT FROM withdrawn_case WHERE withdrawn_case.case_id = :case_id) AS withdrawn
FROM filed_case WHERE case_id = :case_id
