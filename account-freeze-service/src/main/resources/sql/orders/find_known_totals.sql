-- The most that was ever on each account, as far as its institution has told with a stop: what came in, or what was there at the stop and
-- had left before, whichever is more. Accounts that were never stopped, or whose balance was not told, are left out.
-- Tables of other features: inflow and outflow (books).
SELECT a.institution_code, a.account_number, stop.until,
       greatest(inflows.fen, stop.balance_fen + outflows.fen)::bigint AS total_fen
FROM :accounts AS a
CROSS JOIN LATERAL (
    SELECT max(stopped_at) AS until, max(balance_fen) AS balance_fen FROM stop_order s
    WHERE s.institution_code = a.institution_code AND s.account_number = a.account_number
      AND s.stopped_at IS NOT NULL AND s.balance_fen IS NOT NULL
    HAVING count(*) > 0) stop
CROSS JOIN LATERAL (
    SELECT coalesce(sum(amount_fen), 0) AS fen FROM inflow i
    WHERE i.institution_code = a.institution_code AND i.account_number = a.account_number) inflows
CROSS JOIN LATERAL (
    SELECT coalesce(sum(amount_fen), 0) AS fen FROM outflow o
    WHERE o.institution_code = a.institution_code AND o.account_number = a.account_number AND o.replaced_by IS NULL) outflows
