-- Known mules, worked out from the claims and orders of accounts with more than one order.
-- Level 0 is a victim's own account under a protective stop; claims that were not followed do not count.
-- Tables of other features: claim (books), stop_order (orders).
SELECT r.institution_code, r.account_number, s.account_name, s.account_kind, s.stops, coalesce(s.held, false) OR c.frozen AS held, s.last_stopped_at,
       c.cases, c.tainted_fen, c.first_claimed_at
FROM repeated_account r
CROSS JOIN LATERAL (
    SELECT count(*) AS cases, coalesce(sum(reported_fen + received_fen), 0)::bigint AS tainted_fen,
           min(claimed_at) AS first_claimed_at, coalesce(bool_or(freeze_fen > 0 AND freeze_end IS NULL), false) AS frozen
    FROM claim WHERE claim.institution_code = r.institution_code AND claim.account_number = r.account_number
      AND level > 0 AND not_followed = 'NONE' AND reported_fen + received_fen > 0) c
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE counted) AS stops, bool_or(state = 'IN_EFFECT') AS held,
           max(stopped_at) AS last_stopped_at,
           (array_agg(account_name ORDER BY placed_at DESC))[1] AS account_name,
           (array_agg(account_kind ORDER BY placed_at DESC))[1] AS account_kind
    FROM stop_order
    WHERE stop_order.institution_code = r.institution_code AND stop_order.account_number = r.account_number
      AND level > 0) s
WHERE (s.stops >= :mule_stops OR c.cases >= :mule_cases) AND s.account_name IS NOT NULL
