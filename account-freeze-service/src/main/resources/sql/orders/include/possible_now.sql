-- The condition on a stop_order: something may be done for it now, which is all but asking an institution that is full.
(institution_code <> ALL (:full_institutions) OR state IN ('QUEUED', 'SENDING', 'ACCEPTED')
 OR state = 'IN_EFFECT' AND expires_at <= :now)
