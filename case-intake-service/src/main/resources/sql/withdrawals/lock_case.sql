-- Locks a case and reads its status and the number of its submissions: a supplement comes before the withdrawal or is refused.
-- Tables of other features: fraud_case (submissions).
SELECT status, submissions FROM fraud_case WHERE case_id = :case_id FOR UPDATE
