-- Stops on a victim's own account, and accounts that seem to be a victim's, are told.
ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check CHECK (
    kind IN ('ORDER_FAILING', 'ORDER_MANUAL', 'LAPSE_FIRST_WARNING', 'LAPSE_SECOND_WARNING', 'LAPSE_LAST_WARNING',
             'FOLLOW_UP_DECLINED', 'BOOKING_UNCLEAR', 'FEEDBACK_CONFLICT', 'BOOKS_DO_NOT_ADD_UP', 'HELD_BY_OTHER',
             'STOP_MOMENT_UNCLEAR', 'CLAIM_UNHELD', 'OWN_ACCOUNT_STOPPED', 'VICTIM_ACCOUNT'));
