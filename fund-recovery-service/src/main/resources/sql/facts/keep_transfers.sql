-- Keeps reported transfers by their highest revisions, and victims' names. Where a transfer says something new, the accounts that paid
-- and were paid are due to be attributed, and so is the account of a transfer that it corrects.
-- Several reports of a case may name its victim differently: the greatest name counts, as for account-freeze, in any order of arrival.
-- Rows are locked in the order of keys, so that replicas cannot deadlock; what they said before is read under the lock.
WITH told AS MATERIALIZED (SELECT * FROM :transfers AS t),
victims AS (
    INSERT INTO recovery_case AS c (case_id, victim_name)
    SELECT case_id, max(victim_name) FROM :victims AS v GROUP BY case_id ORDER BY case_id
    ON CONFLICT (case_id) DO UPDATE SET victim_name = excluded.victim_name
    WHERE c.victim_name < excluded.victim_name
    RETURNING case_id),
before AS MATERIALIZED ( -- after the cases: all lock cases before accounts
    SELECT b.* FROM (SELECT told.* FROM told CROSS JOIN (SELECT count(*) FROM victims) first ORDER BY transfer_id) t
    CROSS JOIN LATERAL (
        SELECT * FROM reported_transfer WHERE reported_transfer.transfer_id = t.transfer_id FOR NO KEY UPDATE) b),
kept AS (
    INSERT INTO reported_transfer AS r (
        transfer_id, revision, case_id, payer_institution_code, payer_number, payer_name, payer_kind, institution_code,
        account_number, account_name, account_kind, amount_fen, transferred_at, serial, corrects, duplicate_of, is_loss)
    SELECT t.transfer_id, t.revision, t.case_id, t.payer_institution_code, t.payer_number, t.payer_name, t.payer_kind,
           t.institution_code, t.account_number, t.account_name, t.account_kind, t.amount_fen, t.transferred_at, t.serial,
           t.corrects, t.duplicate_of, t.is_loss
    FROM told t LEFT JOIN before USING (transfer_id)
    WHERE before.revision IS NULL OR before.revision < t.revision
    ORDER BY t.transfer_id
    ON CONFLICT (transfer_id) DO UPDATE
    SET revision = excluded.revision, case_id = excluded.case_id, payer_institution_code = excluded.payer_institution_code,
        payer_number = excluded.payer_number, payer_name = excluded.payer_name, payer_kind = excluded.payer_kind,
        institution_code = excluded.institution_code, account_number = excluded.account_number,
        account_name = excluded.account_name, account_kind = excluded.account_kind, amount_fen = excluded.amount_fen,
        transferred_at = excluded.transferred_at, serial = excluded.serial, corrects = excluded.corrects,
        duplicate_of = excluded.duplicate_of, is_loss = excluded.is_loss
    WHERE r.revision < excluded.revision
    RETURNING transfer_id),
changed AS (
    SELECT t.institution_code, t.account_number, t.payer_institution_code, t.payer_number, t.corrects,
           before.institution_code AS before_institution_code, before.account_number AS before_account_number,
           before.payer_institution_code AS before_payer_institution_code, before.payer_number AS before_payer_number,
           before.corrects AS corrected_before
    FROM kept JOIN told t USING (transfer_id) LEFT JOIN before USING (transfer_id)
    WHERE (t.case_id, t.payer_institution_code, t.payer_number, t.payer_name, t.payer_kind, t.institution_code,
           t.account_number, t.account_name, t.account_kind, t.amount_fen, t.transferred_at, t.serial, t.corrects,
           t.duplicate_of, t.is_loss)
          IS DISTINCT FROM
          (before.case_id, before.payer_institution_code, before.payer_number, before.payer_name, before.payer_kind,
           before.institution_code, before.account_number, before.account_name, before.account_kind, before.amount_fen,
           before.transferred_at, before.serial, before.corrects, before.duplicate_of, before.is_loss)),
changed_account AS (
    SELECT institution_code, account_number FROM changed
    UNION SELECT before_institution_code, before_account_number FROM changed
    UNION SELECT payer_institution_code, payer_number FROM changed
    UNION SELECT before_payer_institution_code, before_payer_number FROM changed
    UNION SELECT corrected.institution_code, corrected.account_number
    FROM changed CROSS JOIN LATERAL (
        SELECT institution_code, account_number FROM reported_transfer
        WHERE reported_transfer.transfer_id IN (changed.corrects, changed.corrected_before) OFFSET 0) corrected)
-- include: sql/facts/include/due_accounts.sql
