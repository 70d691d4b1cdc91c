-- Those of the cases that are filed and not withdrawn.
-- Tables of other features: recovery_case (facts).
SELECT case_id FROM recovery_case WHERE case_id = ANY (:case_ids) AND filing_number <> '' AND NOT is_withdrawn
