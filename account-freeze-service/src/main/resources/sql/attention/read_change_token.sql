-- A text that differs from the one before when anything was committed in between: which transactions are visible. Read before the
-- data that it stands for. Costs no read of a table.
SELECT pg_current_snapshot()::text AS token
