-- The condition on a stop_order: it waits for a call to its institution, to be sent or inquired about.
state IN ('QUEUED', 'IN_DOUBT', 'MANUAL') AND due_at IS NOT NULL
