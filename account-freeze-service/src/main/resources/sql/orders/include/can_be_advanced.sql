-- The condition on a stop_order: it can be advanced without a call, or needs one for its bookings at an institution that is not full.
-- Doubt that is too old is ended even where no inquiry goes out. Other calls: sql/orders/claim_due_calls.sql.
state <> 'QUEUED'
AND (state IN ('SENDING', 'ACCEPTED')
     OR state = 'IN_DOUBT' AND first_failure_at <= :doubt_before
     OR state = 'IN_EFFECT' AND expires_at <= :now AND undecided_freezes = '{}'
     OR state NOT IN ('IN_DOUBT', 'MANUAL') AND institution_code <> ALL (:full_institutions))
