-- The reports that opened cases.
SELECT case_id, content FROM submission WHERE case_id = ANY (:cases.case_id) AND kind = 'REPORT'
