-- Claims cases that have claims due to be traced, for a lease.
-- A claim that is due without a change gets a new revision, so that it is traced like the others. Claims are updated by
-- ctid, which the lock keeps stable, so that no plan reads all of them.
-- Tables of other features: claim (books).
WITH claimed AS (
    UPDATE claim SET due_at = :lease_end, revision = revision + (revision = traced_revision)::int
    WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM claim WHERE due_at <= :now ORDER BY due_at LIMIT :max_claims FOR UPDATE SKIP LOCKED))
    RETURNING case_id)
SELECT DISTINCT case_id FROM claimed
