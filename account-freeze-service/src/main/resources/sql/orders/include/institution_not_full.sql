-- The condition on a stop_order: it can be advanced now, that is, it needs no inquiry at a full institution.
(institution_code <> ALL (:full_institutions) OR state IN ('QUEUED', 'SENDING', 'ACCEPTED')
 OR state = 'IN_EFFECT' AND expires_at <= :now)
