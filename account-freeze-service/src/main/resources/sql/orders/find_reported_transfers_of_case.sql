-- Transfers as last corrected, each with the newest order of its case for its account.
WITH RECURSIVE chain AS (
    SELECT transfer_id AS asked_id, transfer_id, 0 AS length FROM reported_transfer
    WHERE case_id = :case_id AND transfer_id = ANY(:transfer_ids)
    UNION ALL
    SELECT chain.asked_id, newer.transfer_id, chain.length + 1
    FROM chain JOIN LATERAL (
        SELECT n.transfer_id FROM reported_transfer n
        WHERE n.corrects = chain.transfer_id ORDER BY n.transfer_id DESC LIMIT 1) newer ON true),
newest AS (SELECT DISTINCT ON (asked_id) asked_id, transfer_id FROM chain ORDER BY asked_id, length DESC)
SELECT newest.asked_id, t.transfer_id, t.amount_fen, t.version AS transfer_version,
       t.institution_code AS transfer_institution_code, t.account_number AS transfer_account_number,
       t.payer_institution_code, t.payer_number, t.account_name AS transfer_account_name, t.account_kind AS transfer_account_kind,
       -- include: sql/orders/include/order_columns.sql
FROM newest CROSS JOIN LATERAL (
    SELECT * FROM reported_transfer WHERE reported_transfer.transfer_id = newest.transfer_id OFFSET 0) t
LEFT JOIN LATERAL (
    SELECT * FROM stop_order s
    WHERE s.institution_code = t.institution_code AND s.account_number = t.account_number
      AND s.case_id = t.case_id
    ORDER BY s.placed_at DESC LIMIT 1) stop_order ON true
