-- Plans that stand and meet the criteria of a batch, but for the sum, which only their content has; the oldest first. Cases are told in tables that
-- no entity has.
-- Tables of other features: refund_plan, refund_plan_account, refund_plan_case (plans), recovery_case (facts), refund_approval (approvals).
SELECT p.plan_id, b.batch_id, a.state AS approval_state, a.expires_at, a.submitted_by, a.decided_at
FROM refund_plan p
LEFT JOIN refund_batch_plan b ON b.plan_id = p.plan_id AND b.is_open
LEFT JOIN refund_approval a ON a.plan_id = p.plan_id
WHERE p.state IN ('DRAFT', 'PAYING')
  AND (:institution_code = '' OR EXISTS (
      SELECT FROM refund_plan_account f WHERE f.plan_id = p.plan_id AND f.institution_code = :institution_code))
  AND (:station = '' AND :called_until IS NULL AND :called_after IS NULL OR EXISTS (
      SELECT FROM refund_plan_case v JOIN recovery_case c USING (case_id)
      WHERE v.plan_id = p.plan_id
        AND (:station = '' OR c.organisation = :station)
        AND (:called_until IS NULL OR c.received_at <= :called_until)
        AND (:called_after IS NULL OR c.received_at > :called_after)))
ORDER BY p.plan_id
LIMIT :max
