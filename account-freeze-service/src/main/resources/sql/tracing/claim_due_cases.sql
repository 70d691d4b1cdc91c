-- Claims cases that have claims due to be followed, for a lease.
-- To look again at a claim is something new as well: it is followed like all that is due. Claims are found again by
-- their place, which the lock keeps, so that no plan can go through all of them.
-- Tables of other features: claim (books).
WITH claimed AS (
    UPDATE claim SET due_at = :lease_end, revision = revision + (revision = traced_revision)::int
    WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM claim WHERE due_at <= :now ORDER BY due_at LIMIT :max_claims FOR UPDATE SKIP LOCKED))
    RETURNING case_id)
SELECT DISTINCT case_id FROM claimed
