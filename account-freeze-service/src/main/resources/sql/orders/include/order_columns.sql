-- The columns that an order is read from.
stop_order.application_id, stop_order.case_id, stop_order.institution_code, stop_order.account_number,
stop_order.account_name, stop_order.account_kind, stop_order.level, stop_order.tainted_fen,
stop_order.original_application_id, stop_order.placed_at, stop_order.instruction, stop_order.state,
stop_order.attempts, stop_order.inquiries, stop_order.unsent, stop_order.first_failure_at,
stop_order.result_code, stop_order.reference, stop_order.flags, stop_order.mismatched,
stop_order.candidates, stop_order.manual_reason, stop_order.stopped_at, stop_order.expires_at,
stop_order.moment_reported, stop_order.reported_expires_at, stop_order.balance_fen, stop_order.version,
stop_order.rule_set, stop_order.extended,
stop_order.urgent, stop_order.bookings_since, stop_order.bookings_inquiries, stop_order.undecided_freezes
