-- Marks the cases of new reports and supplements: it is to be told when they were reported, and which kind of fraud it is. A statement of its own,
-- before any case is locked: all lock cases in the order of their ids, and cannot deadlock. Returns how many reports were taken.
-- The condition on the case's id is always true: by it the index of marked rows is read. Rows are changed by their keys, as an array: joined, all
-- rows of the table would be read when many are due.
-- Tables of other features: inbox (orders).
WITH reported AS MATERIALIZED (
    SELECT event_id, case_id FROM inbox WHERE status_due AND case_id >= '00000000-0000-0000-0000-000000000000'
    ORDER BY case_id LIMIT :max_rows FOR NO KEY UPDATE SKIP LOCKED),
noted AS (
    UPDATE inbox SET status_due = false WHERE event_id = ANY (ARRAY(SELECT event_id FROM reported))),
marked AS (
    INSERT INTO case_status (case_id) SELECT DISTINCT case_id FROM reported ORDER BY case_id
    ON CONFLICT (case_id) DO UPDATE SET unpublished = true)
SELECT count(*)::int AS reports FROM reported
