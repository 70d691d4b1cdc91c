-- The filings of cases, and whether each case is closed or withdrawn.
-- Tables of other features: withdrawn_case (orders).
SELECT case_id, filing_number, organisation,
       closed_at IS NOT NULL AS closed,
       EXISTS (SELECT FROM withdrawn_case WHERE withdrawn_case.case_id = filed_case.case_id OFFSET 0) AS withdrawn
FROM filed_case WHERE case_id = ANY (:case_ids)
