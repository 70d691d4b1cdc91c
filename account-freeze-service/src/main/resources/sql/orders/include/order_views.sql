-- Orders with the claims of the cases that see them, and the messages about their stops.
-- Tables of other features: claim (books), follow_up (amendments).
SELECT
-- include: sql/orders/include/order_columns.sql
, stop_order.timeline, claim.level AS claim_level, claim.held_fen, claim.frozen_fen,
claim.reported_fen + claim.received_fen AS claim_tainted_fen,
stop_order.case_id <> claim.case_id AS joined, claim.ended_at, claim.end_details,
(SELECT jsonb_agg(jsonb_build_object('id', f.follow_up_id, 'kind', f.kind, 'state', f.state, 'at', f.requested_at,
                                     'reason', f.reason, 'reference', f.reference, 'operator', f.operator,
                                     'resultCode', f.result_code) ORDER BY f.requested_at, f.follow_up_id)
 FROM follow_up f WHERE f.application_id = stop_order.application_id) AS amendments
FROM claim JOIN stop_order ON stop_order.institution_code = claim.institution_code
     AND stop_order.account_number = claim.account_number
