-- Makes the live orders on the accounts of a case due to be released. Must come after the claims have ended and in a statement of
-- its own: it sees the orders that were placed until then. Whether another case has an active claim is decided when they are due.
-- Tables of other features: claim (books), stop_release (amendments).
INSERT INTO stop_release (application_id, reason, reference, operator, requested_at, due_at)
SELECT live.application_id, :reason, :reference, :operator::jsonb, :now, :now
FROM claim CROSS JOIN LATERAL (
    SELECT application_id FROM stop_order
    WHERE stop_order.live AND stop_order.institution_code = claim.institution_code
      AND stop_order.account_number = claim.account_number OFFSET 0) live
WHERE claim.case_id = :case_id
ORDER BY live.application_id
ON CONFLICT (application_id) DO UPDATE
SET reason = excluded.reason, reference = excluded.reference, operator = excluded.operator,
    due_at = excluded.due_at, revision = stop_release.revision + 1
