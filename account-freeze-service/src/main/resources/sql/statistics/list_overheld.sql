-- Accounts on which more is held than the cases' money, the worst first. Stops in effect are due at the end of their term or before.
-- Tables of other features: stop_order (orders), freeze_order (holds), and those of the include.
WITH stops AS (
    SELECT * FROM stop_order WHERE due_at > :due_after AND state = 'IN_EFFECT'),
freezes AS (
    SELECT * FROM freeze_order WHERE expires_at > :due_after AND state IN ('IN_EFFECT', 'PARTIAL')),
-- include: sql/statistics/include/holds.sql
-- include: sql/statistics/include/overheld.sql
