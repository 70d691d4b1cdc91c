-- When the oldest event of a case occurred that the next service has not accepted.
SELECT min(occurred_at) AS oldest FROM outbox WHERE case_id = :case_id
