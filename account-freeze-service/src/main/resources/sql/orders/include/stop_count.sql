-- Number of stops that an account has had, by the rule of two stops: an aggregate over the account's rows of stop_order.
-- Counts those that ever took effect, whatever became of them, and extensions if they count as a stop.
count(*) FILTER (WHERE counted) + count(*) FILTER (WHERE extended AND :extension_counts) AS stops
