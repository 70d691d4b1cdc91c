-- Deletes events that the next service has taken.
-- Need not survive a crash: a row that comes back is delivered again, and the next service's inbox knows it.
WITH quick AS (SELECT set_config('synchronous_commit', 'off', true))
DELETE FROM outbox USING quick WHERE event_id = ANY(:event_ids)
