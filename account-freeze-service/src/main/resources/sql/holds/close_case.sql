-- Notes that a filed case is closed; the first moment stays. No row when the filing of the case has not been taken yet.
-- Tables of other features: case_status (facts).
WITH closed AS (
    UPDATE filed_case SET closed_at = coalesce(closed_at, :closed_at) WHERE case_id = :case_id RETURNING case_id)
INSERT INTO case_status (case_id) SELECT case_id FROM closed
ON CONFLICT (case_id) DO UPDATE SET unpublished = true
