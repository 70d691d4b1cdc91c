-- Positions of an account by case, as recorded up to a moment.
SELECT e.case_id,
-- include: sql/ledger/include/position_sums.sql
FROM ledger_entry e
WHERE e.institution_code = :institution_code AND e.account_number = :account_number AND e.recorded_at <= :recorded_until
GROUP BY e.case_id
ORDER BY e.case_id
