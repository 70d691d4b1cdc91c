-- Orders with the claims of the cases that see them.
-- Tables of other features: claim (books).
SELECT
-- include: sql/orders/include/order_columns.sql
, stop_order.timeline, claim.level AS claim_level, claim.held_fen,
claim.reported_fen + claim.received_fen AS claim_tainted_fen,
stop_order.case_id <> claim.case_id AS joined
FROM claim JOIN stop_order ON stop_order.institution_code = claim.institution_code
     AND stop_order.account_number = claim.account_number
