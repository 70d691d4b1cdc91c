-- Books reversing entries and the correction that they belong to. Fails by unique violation when the correction is known, or an entry was
-- reversed meanwhile: then nothing is written.
-- Tables of other features: victim (eligibility), reconciled_account (reconciliation).
WITH correction AS (
    INSERT INTO ledger_correction (correction_id, case_id, target, target_id, reason, corrected_by, corrected_at)
    VALUES (:correction_id, :case_id, :target, :target_id, :reason, :corrected_by, :corrected_at)
    RETURNING correction_id),
reversing AS (
    INSERT INTO ledger_entry (entry_id, event_id, ordinal, case_id,
                              institution_code, account_number, account_name, account_kind,
                              application_id, cause, credited, debited, amount_fen, occurred_at, recorded_at, reverses)
    SELECT e.entry_id, e.event_id, e.ordinal, e.case_id,
           e.institution_code, e.account_number, e.account_name, e.account_kind,
           e.application_id, e.cause, e.credited, e.debited, e.amount_fen, e.occurred_at, :corrected_at, e.reverses
    FROM correction CROSS JOIN :entries AS e
    RETURNING case_id, institution_code, account_number, credited, debited),
restored AS ( -- what a victim got back changes the claim: plans are made again
    INSERT INTO victim (case_id, version, plans_due_at)
    SELECT DISTINCT case_id, 0, :corrected_at FROM reversing
    WHERE 'RESTORED' IN (debited, credited)
    ON CONFLICT (case_id) DO UPDATE SET plans_due_at = excluded.plans_due_at),
compared AS (
    INSERT INTO reconciled_account (institution_code, account_number, due_at)
    SELECT DISTINCT institution_code, account_number, :corrected_at FROM reversing
    WHERE debited IN ('HELD', 'FROZEN') OR credited IN ('HELD', 'FROZEN')
    ORDER BY institution_code, account_number
    ON CONFLICT (institution_code, account_number) DO UPDATE SET due_at = excluded.due_at)
SELECT count(*) FROM reversing
