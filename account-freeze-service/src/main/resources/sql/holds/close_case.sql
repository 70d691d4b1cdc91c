-- Notes that a filed case is closed; the first moment stays. No row when the filing of the case has not been taken yet.
UPDATE filed_case SET closed_at = coalesce(closed_at, :closed_at) WHERE case_id = :case_id
