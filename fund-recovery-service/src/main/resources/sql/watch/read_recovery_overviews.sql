-- Reads digests of what victims of cases may get back: of the victim, the shares, the plans that stand and their notices and objections.
-- OFFSET 0 makes it go by index from case to case.
-- Tables of other features: recovery_case and reported_transfer (facts), ledger_entry (ledger), attributed_account (attribution), victim,
-- ownership_dispute and deposit_decision (eligibility), refund_plan, refund_plan_case and refund_plan_account (plans), refund_notice and
-- plan_objection (notices), refund_approval (approvals), refund_payment (payments).
SELECT watched.case_id, told.digest IS NOT NULL OR transfers.digest IS NOT NULL AS is_known,
       md5(concat_ws('/', told.digest, transfers.digest, restored.fen, known.digest, disputes.digest, deposits.digest, accounts.digest,
                          plans.digest, payments.digest, notices.digest, objections.digest)) AS token
FROM unnest(:case_ids) AS watched (case_id)
LEFT JOIN LATERAL (
    SELECT md5(c::text) AS digest FROM recovery_case c WHERE c.case_id = watched.case_id OFFSET 0) told ON true
LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(':', transfer_id, revision), ',' ORDER BY transfer_id) AS digest
    FROM reported_transfer t WHERE t.case_id = watched.case_id) transfers ON true
LEFT JOIN LATERAL (
    SELECT sum(CASE WHEN debited = 'RESTORED' THEN amount_fen ELSE -amount_fen END) AS fen FROM ledger_entry e
    WHERE e.case_id = watched.case_id AND 'RESTORED' IN (debited, credited)) restored ON true
LEFT JOIN LATERAL (
    SELECT md5(v::text) AS digest FROM victim v WHERE v.case_id = watched.case_id OFFSET 0) known ON true
LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(':', dispute_id, closed_at), ',' ORDER BY dispute_id) AS digest
    FROM ownership_dispute d WHERE d.case_id = watched.case_id) disputes ON true
LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(':', d.transfer_id, d.is_confirmed), ',' ORDER BY d.transfer_id) AS digest
    FROM reported_transfer t JOIN deposit_decision d USING (transfer_id) WHERE t.case_id = watched.case_id) deposits ON true
LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(':', institution_code, account_number, version, revision), ','
                      ORDER BY institution_code, account_number) AS digest
    FROM attributed_account a WHERE a.shares ? watched.case_id::text) accounts ON true
LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(':', p.plan_id, p.state, a.version), ',' ORDER BY p.plan_id) AS digest
    FROM refund_plan_case c JOIN refund_plan p USING (plan_id) LEFT JOIN refund_approval a USING (plan_id)
    WHERE c.case_id = watched.case_id AND p.superseded_by IS NULL AND p.state <> 'WITHDRAWN') plans ON true
LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(':', p.payment_id, p.state, p.revision), ',' ORDER BY p.payment_id) AS digest
    FROM refund_payment p WHERE p.case_id = watched.case_id) payments ON true
LEFT JOIN LATERAL ( -- of the plans that ever had one of the accounts
    SELECT string_agg(concat_ws(':', n.plan_id, n.ends_at <= :now), ',' ORDER BY n.plan_id) AS digest
    FROM refund_plan_case c
    JOIN refund_plan_account own ON own.plan_id = c.plan_id AND own.stands
    JOIN refund_plan_account other USING (institution_code, account_number)
    JOIN refund_notice n ON n.plan_id = other.plan_id
    WHERE c.case_id = watched.case_id) notices ON true
LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(':', o.objection_id, o.outcome), ',' ORDER BY o.objection_id) AS digest
    FROM refund_plan_case c
    JOIN refund_plan_account own ON own.plan_id = c.plan_id AND own.stands
    JOIN refund_plan_account other USING (institution_code, account_number)
    JOIN plan_objection o ON o.plan_id = other.plan_id
    WHERE c.case_id = watched.case_id) objections ON true
