-- A step of a trace may raise alerts. Several cases may be alerted about one order, each about its own claim.
ALTER TABLE alert DROP CONSTRAINT alert_application_id_kind_term_key;
ALTER TABLE alert ADD CONSTRAINT alert_once UNIQUE (application_id, kind, occurrence, case_id);

ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check CHECK (
    kind IN ('ORDER_FAILING', 'ORDER_MANUAL', 'LAPSE_FIRST_WARNING', 'LAPSE_SECOND_WARNING', 'LAPSE_LAST_WARNING',
             'FOLLOW_UP_DECLINED', 'BOOKING_UNCLEAR', 'FEEDBACK_CONFLICT', 'BOOKS_DO_NOT_ADD_UP', 'HELD_BY_OTHER',
             'STOP_MOMENT_UNCLEAR', 'CLAIM_UNHELD'));
