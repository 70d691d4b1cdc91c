-- The order that a case itself made for an account: the newest that waits, else the newest that went out.
-- Tables of other features: stop_order and waiting_order (orders).
SELECT * FROM (
    SELECT application_id, case_id, institution_code, account_number, account_name, account_kind, level, tainted_fen,
           original_application_id, placed_at, instruction, rule_set, urgent, true AS waits
    FROM waiting_order w
    WHERE w.case_id = :case_id AND w.institution_code = :institution_code AND w.account_number = :account_number
    UNION ALL
    SELECT application_id, case_id, institution_code, account_number, account_name, account_kind, level, tainted_fen,
           original_application_id, placed_at, instruction, rule_set, urgent, false
    FROM stop_order s
    WHERE s.case_id = :case_id AND s.institution_code = :institution_code AND s.account_number = :account_number) own
ORDER BY waits DESC, placed_at DESC, application_id DESC LIMIT 1
