-- Claims due events for a lease, doubled with each attempt up to thirty leases.
-- Materialized, so that the subquery runs once and its limit holds with every plan.
WITH due AS MATERIALIZED (
    SELECT event_id FROM outbox WHERE due_at <= :now AND rejected IS NULL
    ORDER BY due_at LIMIT :max_events FOR UPDATE SKIP LOCKED)
UPDATE outbox SET attempts = attempts + 1,
    due_at = :now + least(power(2, least(attempts, 5)), 30) * :lease_millis * interval '1 millisecond'
FROM due WHERE outbox.event_id = due.event_id
RETURNING outbox.event_id, case_id, type, occurred_at, data
