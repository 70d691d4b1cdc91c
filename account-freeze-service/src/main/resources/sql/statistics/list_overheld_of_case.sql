-- Accounts of a case on which more is held than the cases' money, the worst first.
-- Tables of other features: stop_order (orders), claim (books), freeze_order (holds), and those of the include.
WITH claimed AS (
    SELECT institution_code, account_number FROM claim WHERE case_id = :case_id),
stops AS (
    SELECT s.* FROM claimed c CROSS JOIN LATERAL (
        SELECT * FROM stop_order WHERE stop_order.live AND stop_order.institution_code = c.institution_code
                                   AND stop_order.account_number = c.account_number AND stop_order.state = 'IN_EFFECT' OFFSET 0) s),
freezes AS (
    SELECT f.* FROM claimed c CROSS JOIN LATERAL (
        SELECT * FROM freeze_order WHERE freeze_order.institution_code = c.institution_code
                                     AND freeze_order.account_number = c.account_number
                                     AND freeze_order.state IN ('IN_EFFECT', 'PARTIAL') OFFSET 0) f),
-- include: sql/statistics/include/holds.sql
-- include: sql/statistics/include/overheld.sql
