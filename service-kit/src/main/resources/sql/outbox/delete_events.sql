-- Deletes events that the next service has accepted.
-- The commit is asynchronous: a row that comes back after a crash is delivered again, and the next service's inbox
-- knows its id.
WITH asynchronous_commit AS (SELECT set_config('synchronous_commit', 'off', true))
DELETE FROM outbox USING asynchronous_commit WHERE event_id = ANY(:event_ids)
