-- Updates an amendment if it is still in the state that it was read in.
UPDATE follow_up SET state = :state, failures = :failures, result_code = :result_code, due_at = :due_at,
                     was_declined = was_declined OR :state = 'DECLINED'
WHERE follow_up_id = :follow_up_id AND state = :state_before
