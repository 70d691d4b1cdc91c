-- Claims due amendments for a lease, but none to a full institution.
-- Tables of other features: stop_order (orders).
UPDATE follow_up SET due_at = :lease_end
WHERE follow_up_id IN (
    SELECT follow_up_id FROM follow_up f
    WHERE due_at <= :now
      AND coalesce((SELECT institution_code FROM stop_order o WHERE o.application_id = f.application_id)
                   <> ALL (:full_institutions), true)
    ORDER BY due_at LIMIT :max_amendments FOR UPDATE SKIP LOCKED)
RETURNING
-- include: sql/amendments/include/amendment_columns.sql
