-- The filings of those of the cases that are filed.
-- Tables of other features: recovery_case (facts).
SELECT case_id, filing_number, filing_organisation, filed_at FROM recovery_case WHERE case_id = ANY (:case_ids) AND filing_number <> ''
