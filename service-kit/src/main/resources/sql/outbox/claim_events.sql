-- Claims the events that are due first, until their lease ends.
-- Materialized, so that the subquery runs once and its limit holds with every plan.
WITH due AS MATERIALIZED (
    SELECT event_id FROM outbox WHERE due_at <= :due_by AND rejected IS NULL
    ORDER BY due_at LIMIT :max_events FOR UPDATE SKIP LOCKED)
UPDATE outbox SET due_at = :leased_until
FROM due WHERE outbox.event_id = due.event_id
RETURNING outbox.event_id, case_id, type, occurred_at, data
