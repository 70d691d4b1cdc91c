-- Takes inflows that are to be told, as claim_outflows.sql does. What came without a payer was paid in as cash.
-- Tables of other features: inflow (books), stop_order (orders).
WITH published AS (
    UPDATE inflow SET unpublished = false, publications = publications + 1
    WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM inflow WHERE unpublished AND institution_code >= ''
        ORDER BY institution_code, account_number LIMIT :max_rows FOR NO KEY UPDATE SKIP LOCKED))
    RETURNING inflow.*)
SELECT p.institution_code, p.account_number, coalesce(s.account_name, '') AS account_name,
       coalesce(s.account_kind, 'UNSPECIFIED') AS account_kind, coalesce(s.case_id, p.application_id) AS case_id, 'IN' AS direction,
       p.serial, p.ordinal, p.publications, CASE WHEN p.payer_number = '' THEN 'CASH' ELSE 'TRANSFER' END AS kind, p.amount_fen,
       p.booked_at, 0::bigint AS sequence,
       p.payer_institution_code AS party_institution_code, p.payer_number AS party_number, p.payer_name AS party_name,
       p.payer_kind AS party_kind, false AS is_replaced
FROM published p
LEFT JOIN LATERAL (
    SELECT case_id, account_name, account_kind FROM stop_order WHERE stop_order.application_id = p.application_id OFFSET 0) s ON true
ORDER BY p.institution_code, p.account_number, p.serial, p.ordinal
