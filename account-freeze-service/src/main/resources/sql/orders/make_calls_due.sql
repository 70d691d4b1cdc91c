-- Makes the orders due that wait for a call to an institution which answers again. Few are not due yet: while it was away, most were
-- not tried again.
UPDATE stop_order SET due_at = :now
WHERE institution_code = :institution_code AND due_at > :now AND
-- include: sql/orders/include/waits_for_call.sql
