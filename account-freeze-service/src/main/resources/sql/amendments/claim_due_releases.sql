-- Claims due releases for a lease.
UPDATE stop_release SET due_at = :lease_end
WHERE application_id IN (
    SELECT application_id FROM stop_release WHERE due_at <= :now
    ORDER BY due_at LIMIT :max_releases FOR UPDATE SKIP LOCKED)
RETURNING application_id, reason, reference, operator, revision
