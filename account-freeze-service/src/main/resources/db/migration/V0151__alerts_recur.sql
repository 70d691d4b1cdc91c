-- What is told of an order may come again: it waits for a person a second time, or its stop is in the second term.
ALTER TABLE alert RENAME COLUMN term TO occurrence;
ALTER TABLE alert DROP CONSTRAINT alert_term_check;
ALTER TABLE alert ADD CONSTRAINT alert_occurrence_check CHECK (occurrence > 0);

-- An institution that contradicts itself about a stop is told apart from bookings that are unclear.
ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check CHECK (
    kind IN ('ORDER_FAILING', 'ORDER_MANUAL', 'LAPSE_FIRST_WARNING', 'LAPSE_SECOND_WARNING', 'LAPSE_LAST_WARNING',
             'FOLLOW_UP_DECLINED', 'BOOKING_UNCLEAR', 'FEEDBACK_CONFLICT'));
