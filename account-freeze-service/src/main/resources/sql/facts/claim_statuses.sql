-- Takes cases of which is to be told what they are and have come to: they count as told from now on, and have a higher revision. What is told is
-- read afterwards: whoever reports, files or closes one of them waits for the commit, and marks it again.
WITH due AS MATERIALIZED (
    SELECT case_id FROM case_status WHERE unpublished AND case_id >= '00000000-0000-0000-0000-000000000000'
    ORDER BY case_id LIMIT :max_rows FOR NO KEY UPDATE SKIP LOCKED)
UPDATE case_status SET unpublished = false, publications = publications + 1
FROM due
WHERE case_status.case_id = due.case_id
RETURNING case_status.case_id
