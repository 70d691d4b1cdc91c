-- Keeps balances by their highest revisions. Where one says something new, its account is due to be attributed. Rows are locked in the
-- order of keys, so that replicas cannot deadlock; what they said before is read under the lock.
WITH told AS MATERIALIZED (SELECT * FROM :balances AS b),
before AS MATERIALIZED (
    SELECT b.* FROM (SELECT * FROM told ORDER BY application_id) t
    CROSS JOIN LATERAL (
        SELECT * FROM balance WHERE balance.application_id = t.application_id FOR NO KEY UPDATE) b),
kept AS (
    INSERT INTO balance AS b (application_id, revision, institution_code, account_number, balance_fen, as_of, opening_fen, since)
    SELECT t.application_id, t.revision, t.institution_code, t.account_number, t.balance_fen, t.as_of, t.opening_fen, t.since
    FROM told t LEFT JOIN before USING (application_id)
    WHERE before.revision IS NULL OR before.revision < t.revision
    ORDER BY t.application_id
    ON CONFLICT (application_id) DO UPDATE
    SET revision = excluded.revision, institution_code = excluded.institution_code, account_number = excluded.account_number,
        balance_fen = excluded.balance_fen, as_of = excluded.as_of, opening_fen = excluded.opening_fen, since = excluded.since
    WHERE b.revision < excluded.revision
    RETURNING application_id),
changed AS (
    SELECT t.institution_code, t.account_number,
           before.institution_code AS before_institution_code, before.account_number AS before_account_number
    FROM kept JOIN told t USING (application_id) LEFT JOIN before USING (application_id)
    WHERE (t.institution_code, t.account_number, t.balance_fen, t.as_of, t.opening_fen, t.since)
          IS DISTINCT FROM
          (before.institution_code, before.account_number, before.balance_fen, before.as_of, before.opening_fen, before.since)),
changed_account AS (
    SELECT institution_code, account_number FROM changed
    UNION SELECT before_institution_code, before_account_number FROM changed)
-- include: sql/facts/include/due_accounts.sql
