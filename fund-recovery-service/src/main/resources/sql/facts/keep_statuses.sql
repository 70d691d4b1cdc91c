-- Keeps what cases are and have come to by their highest revisions. Where one is filed, closed or withdrawn, or its filing is corrected, the
-- accounts of the case are due to be attributed: those that it holds, and those into which money was reported. What was told of the report stays
-- when a later revision of an older account-freeze tells nothing of it. Rows are locked in the order of keys, so that replicas cannot
-- deadlock; what they said before is read under the lock.
WITH told AS MATERIALIZED (SELECT * FROM :statuses AS s),
before AS MATERIALIZED (
    SELECT b.* FROM (SELECT * FROM told ORDER BY case_id) t
    CROSS JOIN LATERAL (SELECT * FROM recovery_case WHERE recovery_case.case_id = t.case_id FOR NO KEY UPDATE) b),
kept AS (
    INSERT INTO recovery_case AS c (
        case_id, status_revision, received_at, fraud_type, organisation, filing_number, filing_organisation, filed_at, is_closed,
        is_withdrawn)
    SELECT t.case_id, t.status_revision, t.received_at, t.fraud_type, t.organisation, t.filing_number, t.filing_organisation, t.filed_at,
           t.is_closed, t.is_withdrawn
    FROM told t LEFT JOIN before USING (case_id)
    WHERE before.status_revision IS NULL OR before.status_revision < t.status_revision
    ORDER BY t.case_id
    ON CONFLICT (case_id) DO UPDATE
    SET status_revision = excluded.status_revision,
        received_at = coalesce(excluded.received_at, c.received_at),
        fraud_type = coalesce(nullif(excluded.fraud_type, ''), c.fraud_type),
        organisation = coalesce(nullif(excluded.organisation, ''), c.organisation), filing_number = excluded.filing_number,
        filing_organisation = excluded.filing_organisation, filed_at = excluded.filed_at, is_closed = excluded.is_closed,
        is_withdrawn = excluded.is_withdrawn
    WHERE c.status_revision < excluded.status_revision
    RETURNING case_id),
changed AS (
    SELECT t.case_id
    FROM kept JOIN told t USING (case_id) LEFT JOIN before USING (case_id)
    WHERE (t.filing_number, t.filing_organisation, t.filed_at, t.is_closed, t.is_withdrawn)
          IS DISTINCT FROM
          (coalesce(before.filing_number, ''), coalesce(before.filing_organisation, ''), before.filed_at,
           coalesce(before.is_closed, false), coalesce(before.is_withdrawn, false))),
changed_account AS (
    SELECT h.institution_code, h.account_number
    FROM changed CROSS JOIN LATERAL (
        SELECT institution_code, account_number FROM hold WHERE hold.case_id = changed.case_id OFFSET 0) h
    UNION
    SELECT r.institution_code, r.account_number
    FROM changed CROSS JOIN LATERAL (
        SELECT institution_code, account_number FROM reported_transfer
        WHERE reported_transfer.case_id = changed.case_id OFFSET 0) r)
-- include: sql/facts/include/due_accounts.sql
