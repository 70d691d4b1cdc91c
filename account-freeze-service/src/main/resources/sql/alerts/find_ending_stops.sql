-- Stops that have a warning of their end due.
-- Tables of other features: stop_order (orders).
SELECT case_id, application_id, rule_set, expires_at, reported_expires_at, CASE WHEN extended THEN 2 ELSE 1 END AS term, warn_at
FROM stop_order WHERE warn_at <= :now AND state = 'IN_EFFECT' ORDER BY warn_at LIMIT :max_stops
