-- Positions of cases, as recorded up to a moment.
SELECT e.case_id,
-- include: sql/ledger/include/position_sums.sql
FROM ledger_entry e
WHERE e.case_id = ANY (:case_ids) AND e.recorded_at <= :recorded_until
GROUP BY e.case_id
ORDER BY e.case_id
