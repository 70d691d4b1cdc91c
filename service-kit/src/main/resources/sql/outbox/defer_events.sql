-- Tries events again later: after 1 s, doubled with each deferral up to 30 s.
UPDATE outbox SET attempts = attempts + 1,
    due_at = :now + least(power(2, least(attempts, 5)), 30) * interval '1 second'
WHERE event_id = ANY(:event_ids)
