-- Closes a locked case, with the withdrawal and its event.
-- Tables of other features: fraud_case (submissions), outbox (service kit).
WITH closed AS (
    UPDATE fraud_case SET status = 'CLOSED', withdrawn_after = submissions WHERE case_id = :case_id
    RETURNING case_id),
noted AS (
    INSERT INTO withdrawal (request_id, case_id, digest, withdrawn_at, reason, reference, organisation, badge_number)
    SELECT :request_id, case_id, :digest, :withdrawn_at, :reason, :reference, :organisation, :badge_number FROM closed)
INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
SELECT :event_id, case_id, :type, :withdrawn_at, :data, :due_at FROM closed
