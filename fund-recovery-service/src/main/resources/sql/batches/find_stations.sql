-- The desks that took the reports of cases.
-- Tables of other features: recovery_case (facts).
SELECT case_id, organisation FROM recovery_case WHERE case_id = ANY (:case_ids) AND organisation <> ''
