-- Alerts are acknowledged and closed by officers.
ALTER TABLE alert
    ADD COLUMN acknowledged_at           timestamptz,
    ADD COLUMN acknowledged_organisation text,
    ADD COLUMN acknowledged_badge_number text,
    ADD COLUMN closed_at                 timestamptz,
    ADD COLUMN closed_organisation       text,
    ADD COLUMN closed_badge_number       text,
    ADD COLUMN close_reason              text,
    ADD CONSTRAINT alert_acknowledged_check CHECK (
        (acknowledged_at IS NULL) = (acknowledged_organisation IS NULL)
        AND (acknowledged_at IS NULL) = (acknowledged_badge_number IS NULL)),
    ADD CONSTRAINT alert_closed_check CHECK (
        (closed_at IS NULL) = (closed_organisation IS NULL) AND (closed_at IS NULL) = (closed_badge_number IS NULL)
        AND (closed_at IS NULL) = (close_reason IS NULL));

CREATE INDEX alert_open ON alert (alert_id) WHERE acknowledged_at IS NULL AND closed_at IS NULL;
CREATE INDEX alert_case ON alert (case_id, alert_id);

-- Alerts with what they are about: the order, also of a message about it; the account's institution; and the sum at stake, which is what
-- came to the account or into the case and is not known to have left it.
CREATE VIEW alert_view AS
SELECT alert.alert_id, alert.kind, alert.case_id, alert.application_id, alert.occurrence, alert.raised_at, alert.detail,
       alert.delivered_at, alert.acknowledged_at, alert.acknowledged_organisation, alert.acknowledged_badge_number,
       alert.closed_at, alert.closed_organisation, alert.closed_badge_number, alert.close_reason,
       stop_order.application_id AS order_id,
       coalesce(stop_order.institution_code, transfer.institution_code, '') AS institution_code,
       coalesce(stop_order.state, '') AS order_state, coalesce(stop_order.result_code, '') AS result_code,
       least(stop_order.reported_expires_at, stop_order.expires_at) AS stop_ends_at,
       CASE WHEN transfer.transfer_id IS NULL THEN money.at_stake ELSE coalesce(transfer.amount_fen, 0) END AS at_stake_fen
FROM alert
LEFT JOIN follow_up ON follow_up.follow_up_id = alert.application_id
LEFT JOIN stop_order ON stop_order.application_id = coalesce(follow_up.application_id, alert.application_id)
LEFT JOIN reported_transfer transfer ON transfer.transfer_id = alert.application_id
CROSS JOIN LATERAL (
    SELECT greatest(coalesce(sum(reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen), 0), 0)::bigint
           AS at_stake -- a correction may leave more booked than came in until it is followed
    FROM claim
    WHERE claim.case_id = alert.case_id
      AND (stop_order.application_id IS NULL
           OR claim.institution_code = stop_order.institution_code
              AND claim.account_number = stop_order.account_number)) money;
