-- What an order to pay rests on. No row when the case is not filed any more, or the plan not approved.
-- Tables of other features: refund_plan (plans), refund_approval (approvals), recovery_case and hold (facts).
SELECT h.account_name, h.account_kind, p.digest, c.filing_number, c.filing_organisation, a.document_digest, a.decided_by, a.level
FROM refund_plan p
JOIN refund_approval a ON a.plan_id = p.plan_id AND a.state = 'APPROVED'
JOIN recovery_case c ON c.case_id = :case_id AND c.filing_number <> '' AND NOT c.is_withdrawn
JOIN hold h ON h.hold_id = :freeze_id
WHERE p.plan_id = :plan_id
