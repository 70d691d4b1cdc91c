-- Whether a case is withdrawn.
-- Tables of other features: withdrawn_case (orders).
SELECT EXISTS (SELECT FROM withdrawn_case WHERE case_id = :case_id) AS withdrawn
