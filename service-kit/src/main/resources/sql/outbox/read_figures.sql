-- How many events are kept for a person to look at, and for how many seconds the oldest of the others has waited.
-- An event is due from the start; the sweeper's due_at says only when it is tried again. Ids ascend with time, so the first one
-- is the oldest. What is asked of it is written so that no plan takes the index of due_at, reads all of it and sorts.
SELECT (SELECT count(*) FROM outbox WHERE rejected IS NOT NULL) AS rejected,
       coalesce((SELECT greatest(0, extract(epoch FROM :now - occurred_at)) FROM outbox
                 WHERE coalesce(rejected, '') = '' ORDER BY event_id LIMIT 1), 0)::bigint AS oldest_seconds
