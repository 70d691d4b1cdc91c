-- Notes what an officer decided about a transfer that names no payer account; it takes the place of what was decided before. The account that
-- was paid is computed again, and plans of the victim are made again. No row when the case has no such transfer.
-- Cases are locked before accounts.
-- Tables of other features: reported_transfer (facts), attributed_account (attribution).
WITH transfer AS (
    SELECT case_id, transfer_id, institution_code, account_number FROM reported_transfer
    WHERE transfer_id = :transfer_id AND case_id = :case_id AND payer_number = ''),
decided AS (
    INSERT INTO deposit_decision (transfer_id, case_id, is_confirmed, reason, evidence_digest, decided_at, decided_by)
    SELECT transfer_id, case_id, :is_confirmed, :reason, nullif(:evidence_digest, ''), :due_at, :decided_by FROM transfer
    ON CONFLICT (transfer_id) DO UPDATE SET
        is_confirmed = excluded.is_confirmed, reason = excluded.reason, evidence_digest = excluded.evidence_digest,
        decided_at = excluded.decided_at, decided_by = excluded.decided_by),
changed_victim AS (
    INSERT INTO victim (case_id, version, plans_due_at) SELECT case_id, 0, :due_at FROM transfer
    ON CONFLICT (case_id) DO UPDATE SET plans_due_at = excluded.plans_due_at
    RETURNING case_id),
changed_account AS (
    SELECT institution_code, account_number FROM transfer CROSS JOIN (SELECT count(*) FROM changed_victim) first)
-- include: sql/facts/include/due_accounts.sql
