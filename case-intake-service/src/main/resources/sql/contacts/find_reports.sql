-- The reports that opened cases.
SELECT case_id, accepted_at, content FROM submission WHERE case_id = ANY (:cases.case_id) AND kind = 'REPORT'
