-- What an order to pay rests on. No row when the case is not filed any more, its victim's money is disputed, the approval has expired, or the
-- freeze has ended.
-- Tables of other features: refund_plan (plans), refund_approval (approvals), recovery_case and hold (facts), ownership_dispute
-- (eligibility).
SELECT h.account_name, h.account_kind, p.digest, c.filing_number, c.filing_organisation, a.document_digest, a.decided_by, a.level
FROM refund_plan p
JOIN refund_approval a ON a.plan_id = p.plan_id AND a.state = 'APPROVED' AND a.expires_at > :now
JOIN recovery_case c ON c.case_id = :case_id AND c.filing_number <> '' AND NOT c.is_withdrawn
JOIN hold h ON h.hold_id = :freeze_id AND h.is_in_effect AND h.expires_at > :now
WHERE p.plan_id = :plan_id
  AND NOT EXISTS (SELECT FROM ownership_dispute d WHERE d.case_id = :case_id AND d.closed_at IS NULL)
