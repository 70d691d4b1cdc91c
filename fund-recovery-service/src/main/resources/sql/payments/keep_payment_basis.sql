-- What an order to pay rests on. What the first order said is kept, and a resend says the same: an institution takes the same id with other
-- content for another order. No row, and nothing kept, when the case is not filed any more, its victim's money is disputed, the approval has
-- expired, or the freeze has ended.
-- Tables of other features: refund_plan (plans), refund_approval (approvals), recovery_case and hold (facts), ownership_dispute
-- (eligibility).
UPDATE refund_payment t
SET told_account_name        = coalesce(t.told_account_name, h.account_name),
    told_account_kind        = coalesce(t.told_account_kind, h.account_kind),
    told_filing_number       = coalesce(t.told_filing_number, c.filing_number),
    told_filing_organisation = coalesce(t.told_filing_organisation, c.filing_organisation)
FROM refund_plan p, refund_approval a, recovery_case c, hold h
WHERE t.payment_id = :payment_id
  AND p.plan_id = t.plan_id
  AND a.plan_id = t.plan_id AND a.state = 'APPROVED' AND a.expires_at > :now
  AND c.case_id = t.case_id AND c.filing_number <> '' AND NOT c.is_withdrawn
  AND h.hold_id = t.freeze_id AND h.is_in_effect AND h.expires_at > :now
  AND NOT EXISTS (SELECT FROM ownership_dispute d WHERE d.case_id = t.case_id AND d.closed_at IS NULL)
RETURNING t.told_account_name, t.told_account_kind, p.digest, t.told_filing_number, t.told_filing_organisation, a.document_digest,
          a.decided_by, a.level
