-- The orders on a mule's account.
-- Tables of other features: stop_order (orders).
SELECT application_id, case_id, state, placed_at,
       CASE WHEN moment_reported THEN stopped_at END AS stopped_at, ended_at, urgent FROM stop_order
WHERE institution_code = :institution_code AND account_number = :account_number AND level > 0
ORDER BY placed_at, application_id
