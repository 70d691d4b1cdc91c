-- Claims alerts that are due to be posted, for a lease that is doubled with each attempt.
WITH claimed AS (
UPDATE alert SET attempts = attempts + 1,
                 due_at = :now + least(power(2, attempts), 150) * :lease_millis * interval '1 millisecond'
WHERE alert_id IN (
    SELECT alert_id FROM alert WHERE due_at <= :now ORDER BY due_at LIMIT :max_alerts FOR UPDATE SKIP LOCKED)
RETURNING alert_id)
SELECT alert_id, kind, case_id, application_id, occurrence, raised_at, detail, order_id, institution_code, order_state,
       result_code, stop_ends_at, at_stake_fen
FROM claimed JOIN alert_view USING (alert_id)
