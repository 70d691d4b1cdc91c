-- The columns that an amendment is read from.
follow_up_id, kind, application_id, reason, reference, operator, requested_at, state, failures, result_code
