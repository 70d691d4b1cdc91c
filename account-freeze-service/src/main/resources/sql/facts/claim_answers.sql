-- Takes queries whose answers are to be told: they count as told from now on, and the query for the first page has a higher revision.
-- What was answered is read afterwards: whoever records another answer waits for the commit, and marks it again. Queries that others
-- change or take are left out.
-- Tables of other features: account_query (queries).
WITH due AS MATERIALIZED (
    SELECT application_id, first_id FROM account_query
    WHERE unpublished AND kind IN ('BALANCE', 'TRANSACTIONS') AND answered_at IS NOT NULL AND answer_due_at IS NULL
      AND application_id >= '00000000-0000-0000-0000-000000000000' -- always true: by it the index of marked rows is read
    ORDER BY application_id LIMIT :max_rows FOR NO KEY UPDATE SKIP LOCKED),
first_page AS MATERIALIZED (
    SELECT q.application_id
    FROM (SELECT DISTINCT first_id FROM due) d
    CROSS JOIN LATERAL (
        SELECT application_id FROM account_query WHERE account_query.application_id = d.first_id FOR NO KEY UPDATE SKIP LOCKED) q),
taken AS (SELECT due.application_id, due.first_id FROM due JOIN first_page ON first_page.application_id = due.first_id),
published AS (
    UPDATE account_query SET
        unpublished = unpublished AND account_query.application_id NOT IN (SELECT application_id FROM taken),
        publications = publications + (account_query.application_id = account_query.first_id)::int
    WHERE account_query.application_id IN (SELECT application_id FROM taken UNION SELECT first_id FROM taken)
    RETURNING account_query.application_id, account_query.first_id)
SELECT first_id FROM published WHERE application_id = first_id
