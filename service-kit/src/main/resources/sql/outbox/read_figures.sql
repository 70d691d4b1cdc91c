-- Number of rejected events, and age in seconds of the oldest other event.
-- An event counts as due from its creation; due_at is only the time of the next attempt. Ids ascend with time, so the
-- first id is the oldest. coalesce() keeps the planner from reading and sorting the whole index on due_at.
SELECT (SELECT count(*) FROM outbox WHERE rejected IS NOT NULL) AS rejected,
       coalesce((SELECT greatest(0, extract(epoch FROM :now - occurred_at)) FROM outbox
                 WHERE coalesce(rejected, '') = '' ORDER BY event_id LIMIT 1), 0)::bigint AS oldest_seconds
