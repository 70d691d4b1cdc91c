-- How many stops an account has had, as the rule of two stops counts them: an aggregate over the account's rows of stop_order.
-- It counts those that ever took effect, whatever became of them, and extensions where they count as a stop.
count(*) FILTER (WHERE counted) + count(*) FILTER (WHERE extended AND :extension_counts) AS stops
