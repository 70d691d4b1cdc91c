-- Sets when the next warning of a stop is due, unless its term has changed.
-- Tables of other features: stop_order (orders).
UPDATE stop_order SET warn_at = w.warn_at
FROM :warnings AS w
WHERE stop_order.application_id = w.application_id AND stop_order.expires_at = w.expires_at
  AND stop_order.state = 'IN_EFFECT'
