-- Alerts about freezes.
ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check CHECK (
    kind IN ('ORDER_FAILING', 'ORDER_MANUAL', 'LAPSE_FIRST_WARNING', 'LAPSE_SECOND_WARNING', 'LAPSE_LAST_WARNING',
             'FOLLOW_UP_DECLINED', 'BOOKING_UNCLEAR', 'FEEDBACK_CONFLICT', 'BOOKS_DO_NOT_ADD_UP', 'HELD_BY_OTHER',
             'STOP_MOMENT_UNCLEAR', 'CLAIM_UNHELD', 'ORDER_DECLINED', 'MONEY_UNKNOWN', 'OWN_ACCOUNT_STOPPED', 'VICTIM_ACCOUNT',
             'POSSIBLE_DUPLICATE_REPORT', 'NOTHING_HELD', 'FREEZE_MANUAL', 'FREEZE_DECLINED', 'FREEZE_ENDING', 'FREEZE_LAPSED'));

-- As before; an alert about a freeze, or about an order about one, has the institution, the result and the end of the freeze.
CREATE OR REPLACE VIEW alert_view AS
SELECT alert.alert_id, alert.kind, alert.case_id, alert.application_id, alert.occurrence, alert.raised_at, alert.detail,
       alert.delivered_at, alert.acknowledged_at, alert.acknowledged_organisation, alert.acknowledged_badge_number,
       alert.closed_at, alert.closed_organisation, alert.closed_badge_number, alert.close_reason,
       stop_order.application_id AS order_id,
       coalesce(stop_order.institution_code, freeze_order.institution_code, transfer.institution_code, '') AS institution_code,
       coalesce(stop_order.state, '') AS order_state,
       coalesce(stop_order.result_code, freeze_order.result_code, '') AS result_code,
       coalesce(least(stop_order.reported_expires_at, stop_order.expires_at), freeze_order.expires_at) AS stop_ends_at,
       CASE WHEN transfer.transfer_id IS NULL THEN money.at_stake ELSE coalesce(transfer.amount_fen, 0) END AS at_stake_fen
FROM alert
LEFT JOIN follow_up ON follow_up.follow_up_id = alert.application_id
LEFT JOIN stop_order ON stop_order.application_id = coalesce(follow_up.application_id, alert.application_id)
LEFT JOIN reported_transfer transfer ON transfer.transfer_id = alert.application_id
LEFT JOIN freeze_amendment ON freeze_amendment.application_id = alert.application_id
LEFT JOIN freeze_order ON freeze_order.application_id = coalesce(freeze_amendment.freeze_id, alert.application_id)
CROSS JOIN LATERAL (
    SELECT greatest(coalesce(sum(reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen), 0), 0)::bigint
           AS at_stake -- a correction may leave more booked than came in until it is followed
    FROM claim
    WHERE claim.case_id = alert.case_id
      AND (coalesce(stop_order.application_id, freeze_order.application_id) IS NULL
           OR claim.institution_code = coalesce(stop_order.institution_code, freeze_order.institution_code)
              AND claim.account_number = coalesce(stop_order.account_number, freeze_order.account_number))) money;
