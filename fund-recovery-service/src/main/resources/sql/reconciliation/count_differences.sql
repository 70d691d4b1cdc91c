-- Settled differences that are there, by kind.
SELECT kind, count(*) AS differences FROM ledger_difference WHERE is_settled AND resolved_at IS NULL GROUP BY kind
