-- Ends the claims of a case that stand. Its waiting orders do not go out any more: one that goes out at this moment is placed, or
-- is not.
-- Tables of other features: claim (books).
WITH not_sent AS (
    DELETE FROM waiting_order WHERE case_id = :case_id)
UPDATE claim SET ended_at = :ended_at, end_details = :end_details::jsonb, revision = claim.revision + 1, due_at = :now
WHERE case_id = :case_id AND ended_at IS NULL
