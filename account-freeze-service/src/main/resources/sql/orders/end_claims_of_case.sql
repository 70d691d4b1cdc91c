-- Ends the claims of a case that have not ended. Its waiting orders are deleted. One that is about to go out at this moment is placed,
-- or is put back: then may_go_out.sql keeps it from going out later.
-- Tables of other features: claim (books).
WITH not_sent AS (
    DELETE FROM waiting_order WHERE case_id = :case_id)
UPDATE claim SET ended_at = :ended_at, end_details = :end_details::jsonb, revision = claim.revision + 1, due_at = :now
WHERE case_id = :case_id AND ended_at IS NULL
