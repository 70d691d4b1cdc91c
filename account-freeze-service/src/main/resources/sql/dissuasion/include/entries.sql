-- Reads entries with their state at :now. A condition on entry comes after it.
-- Tables of other features: claim and inflow (books), stop_order (orders), named_payer (parties).
SELECT entry.* FROM (
    SELECT d.*, w.withdrawal,
           CASE WHEN d.closed_at IS NOT NULL THEN 'CLOSED' WHEN d.claimed_until > :now THEN 'CLAIMED'
                WHEN w.withdrawal IS NOT NULL THEN 'WITHDRAWN' ELSE 'OPEN' END AS state,
           ARRAY(SELECT c.case_id FROM claim c WHERE c.institution_code = d.institution_code
                 AND c.account_number = d.account_number ORDER BY c.case_id) AS cases
    FROM dissuasion d CROSS JOIN LATERAL (SELECT
    -- include: sql/dissuasion/include/withdrawal.sql
    AS withdrawal) w) entry
