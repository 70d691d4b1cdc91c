-- The oldest waiting order of a case on an account that may go out.
-- Tables of other features: waiting_order and stop_order (orders), follow_up (amendments).
SELECT * FROM waiting_order w
WHERE case_id = :case_id AND institution_code = :institution_code AND account_number = :account_number AND
-- include: sql/tracing/include/may_go_out.sql
ORDER BY placed_at, application_id LIMIT 1
