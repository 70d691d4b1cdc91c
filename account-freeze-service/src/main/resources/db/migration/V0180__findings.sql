-- What an institution tells against itself, or so that it is unclear: each thing once, so that people are told of each, and once.
-- Flags say what holds now; they come and go, and one stands for many such things.
CREATE TABLE finding (
    application_id uuid    NOT NULL,
    kind           text    NOT NULL, -- of the alert
    content        text    NOT NULL, -- what exactly
    occurrence     integer NOT NULL CHECK (occurrence > 0), -- of the alert; what one change finds is one
    PRIMARY KEY (application_id, kind, content)
);

-- What was flagged and told before counts as found once, so that the next finding has a number that was not told.
INSERT INTO finding (application_id, kind, content, occurrence)
SELECT application_id, kind, flags, max(occurrence)
FROM stop_order JOIN (
    SELECT application_id, 'BOOKING_UNCLEAR',
           (strpos(flags, 'SERIAL_CONFLICT') > 0)::int + (strpos(flags, 'OUTFLOW_UNREADABLE') > 0)::int
           + (strpos(flags, 'BOOKINGS_INCOMPLETE') > 0)::int
    FROM stop_order WHERE unclear
    UNION ALL SELECT application_id, 'FEEDBACK_CONFLICT', (strpos(flags, 'FEEDBACK_CONFLICT') > 0)::int
    FROM stop_order WHERE unclear
    UNION ALL SELECT application_id, kind, occurrence FROM alert WHERE kind IN ('BOOKING_UNCLEAR', 'FEEDBACK_CONFLICT'))
    AS known (application_id, kind, occurrence) USING (application_id)
WHERE occurrence > 0
GROUP BY application_id, kind, flags;

-- An account that another authority holds is found, too: a waiting freeze is to be proposed.
ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check CHECK (
    kind IN ('ORDER_FAILING', 'ORDER_MANUAL', 'LAPSE_FIRST_WARNING', 'LAPSE_SECOND_WARNING', 'LAPSE_LAST_WARNING',
             'FOLLOW_UP_DECLINED', 'BOOKING_UNCLEAR', 'FEEDBACK_CONFLICT', 'BOOKS_DO_NOT_ADD_UP', 'HELD_BY_OTHER'));

ALTER TABLE stop_order DROP COLUMN unclear; -- with its index: findings are told, not flags
