-- A transfer that another case reports as well, from another desk: it is counted once in statistics.
ALTER TABLE reported_transfer ADD COLUMN duplicate_of uuid, ADD COLUMN duplicate_case_id uuid;
CREATE INDEX reported_transfer_duplicate ON reported_transfer (case_id) WHERE duplicate_of IS NOT NULL;

ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check CHECK (
    kind IN ('ORDER_FAILING', 'ORDER_MANUAL', 'LAPSE_FIRST_WARNING', 'LAPSE_SECOND_WARNING', 'LAPSE_LAST_WARNING',
             'FOLLOW_UP_DECLINED', 'BOOKING_UNCLEAR', 'FEEDBACK_CONFLICT', 'BOOKS_DO_NOT_ADD_UP', 'HELD_BY_OTHER',
             'STOP_MOMENT_UNCLEAR', 'CLAIM_UNHELD', 'ORDER_DECLINED', 'MONEY_UNKNOWN', 'OWN_ACCOUNT_STOPPED', 'VICTIM_ACCOUNT',
             'POSSIBLE_DUPLICATE_REPORT'));
