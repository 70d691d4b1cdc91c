-- The stops that an account is or was under.
-- Tables of other features: stop_order (orders).
SELECT account_name, account_kind, stopped_at, rule_set FROM stop_order
WHERE institution_code = :institution_code AND account_number = :account_number
  AND counted ORDER BY application_id
