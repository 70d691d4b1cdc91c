-- What needs attention of some cases, counted by reason.
-- Tables of other features: claim (books), stop_order, waiting_order and reported_transfer (orders).
WITH
-- include: sql/attention/include/candidates_of_cases.sql
,
-- include: sql/attention/include/items.sql
-- include: sql/attention/include/open_items.sql
SELECT case_id, reason, count(*)::int AS items, sum(at_risk_fen)::bigint AS at_risk_fen
FROM open_item GROUP BY case_id, reason
