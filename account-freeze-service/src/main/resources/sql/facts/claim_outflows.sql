-- Takes outflows that are to be told: they count as told from now on, and have a higher revision. Whoever changes one of them waits for
-- the commit, and marks it again. Rows that others change or take are left out.
-- The condition on the institution is always true: by it the index of marked rows is read. A row that has just changed is left out as well.
-- OFFSET 0: reads by key.
-- Tables of other features: outflow (books), stop_order (orders).
WITH published AS (
    UPDATE outflow SET unpublished = false, publications = publications + 1
    WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM outflow WHERE unpublished AND institution_code >= ''
        ORDER BY institution_code, account_number LIMIT :max_rows FOR NO KEY UPDATE SKIP LOCKED))
    RETURNING outflow.*)
SELECT p.institution_code, p.account_number, coalesce(s.account_name, '') AS account_name,
       coalesce(s.account_kind, 'UNSPECIFIED') AS account_kind, coalesce(s.case_id, p.application_id) AS case_id, 'OUT' AS direction,
       p.serial, p.ordinal, p.publications, p.kind, p.amount_fen, p.booked_at, p.sequence,
       p.payee_institution_code AS party_institution_code, p.payee_number AS party_number, p.payee_name AS party_name,
       p.payee_kind AS party_kind, p.replaced_by IS NOT NULL AS is_replaced
FROM published p
LEFT JOIN LATERAL (
    SELECT case_id, account_name, account_kind FROM stop_order WHERE stop_order.application_id = p.application_id OFFSET 0) s ON true
ORDER BY p.institution_code, p.account_number, p.serial, p.ordinal
