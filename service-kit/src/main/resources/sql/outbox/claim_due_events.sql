-- Claims due events for a lease, doubled with each attempt up to thirty leases.
-- The claim is an expression of its own, so that it runs once and its limit holds whatever plan is chosen.
WITH due AS MATERIALIZED (
    SELECT event_id FROM outbox WHERE due_at <= :now AND rejected IS NULL
    ORDER BY due_at LIMIT :max_events FOR UPDATE SKIP LOCKED)
UPDATE outbox SET attempts = attempts + 1,
    due_at = :now + least(power(2, least(attempts, 5)), 30) * :lease_millis * interval '1 millisecond'
FROM due WHERE outbox.event_id = due.event_id
RETURNING outbox.event_id, case_id, type, occurred_at, data
