-- Keeps stops and freezes by their highest revisions. Where one says something new, its account is due to be attributed, and compared with
-- the books. Rows are locked in the order of keys, so that replicas cannot deadlock; what they said before is read under the lock.
-- Tables of other features: reconciled_account (reconciliation).
WITH told AS MATERIALIZED (SELECT * FROM :holds AS h),
before AS MATERIALIZED (
    SELECT b.* FROM (SELECT * FROM told ORDER BY hold_id) t
    CROSS JOIN LATERAL (SELECT * FROM hold WHERE hold.hold_id = t.hold_id FOR NO KEY UPDATE) b),
kept AS (
    INSERT INTO hold AS h (
        hold_id, revision, case_id, institution_code, account_number, account_name, account_kind, measure, is_in_effect,
        held_fen, returned_fen, began_at, expires_at, approval_level)
    SELECT t.hold_id, t.revision, t.case_id, t.institution_code, t.account_number, t.account_name, t.account_kind, t.measure,
           t.is_in_effect, t.held_fen, t.returned_fen, t.began_at, t.expires_at, nullif(t.approval_level, '')
    FROM told t LEFT JOIN before USING (hold_id)
    WHERE before.revision IS NULL OR before.revision < t.revision
    ORDER BY t.hold_id
    ON CONFLICT (hold_id) DO UPDATE
    SET revision = excluded.revision, case_id = excluded.case_id, institution_code = excluded.institution_code,
        account_number = excluded.account_number, account_name = excluded.account_name, account_kind = excluded.account_kind,
        measure = excluded.measure, is_in_effect = excluded.is_in_effect, held_fen = excluded.held_fen,
        returned_fen = excluded.returned_fen, began_at = excluded.began_at, expires_at = excluded.expires_at, approval_level = excluded.approval_level
    WHERE h.revision < excluded.revision
    RETURNING hold_id),
changed AS (
    SELECT t.institution_code, t.account_number,
           before.institution_code AS before_institution_code, before.account_number AS before_account_number
    FROM kept JOIN told t USING (hold_id) LEFT JOIN before USING (hold_id)
    WHERE (t.case_id, t.institution_code, t.account_number, t.account_name, t.account_kind, t.measure, t.is_in_effect, t.held_fen,
           t.returned_fen, t.began_at, t.expires_at, nullif(t.approval_level, ''))
          IS DISTINCT FROM
          (before.case_id, before.institution_code, before.account_number, before.account_name, before.account_kind,
           before.measure, before.is_in_effect, before.held_fen, before.returned_fen, before.began_at, before.expires_at,
           before.approval_level)),
changed_account AS (
    SELECT institution_code, account_number FROM changed
    UNION SELECT before_institution_code, before_account_number FROM changed),
compared AS (
    INSERT INTO reconciled_account (institution_code, account_number, due_at)
    SELECT DISTINCT institution_code, account_number, :due_at + interval '10 minutes' FROM changed_account WHERE account_number <> ''
    ORDER BY institution_code, account_number
    ON CONFLICT (institution_code, account_number) DO UPDATE SET due_at = excluded.due_at
    WHERE reconciled_account.due_at > excluded.due_at + interval '1 hour') -- nothing was held: it is looked at once a day
-- include: sql/facts/include/due_accounts.sql
