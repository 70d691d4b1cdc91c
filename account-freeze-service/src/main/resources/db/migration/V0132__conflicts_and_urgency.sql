-- An institution that takes its word on a stop back needs a person, too. The column takes its index with it.
ALTER TABLE stop_order DROP COLUMN unclear;
ALTER TABLE stop_order ADD COLUMN unclear boolean NOT NULL GENERATED ALWAYS AS ( -- what was told needs a person
    strpos(flags, 'SERIAL_CONFLICT') > 0 OR strpos(flags, 'OUTFLOW_UNREADABLE') > 0
    OR strpos(flags, 'FEEDBACK_CONFLICT') > 0) STORED;
CREATE INDEX stop_order_unclear ON stop_order (application_id) WHERE unclear;

-- Of the orders that are due, the urgent ones go first.
CREATE INDEX stop_order_due_urgent ON stop_order (due_at) WHERE urgent AND due_at IS NOT NULL;
