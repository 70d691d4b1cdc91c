-- What officers closed of what needed attention. All else about attention follows from claims and orders. A closure holds for the
-- order that it was about and while no more is at risk; the next one of the same account is another row. Rows stay.
CREATE TABLE attention_closure (
    case_id          uuid        NOT NULL,
    institution_code text        NOT NULL,
    account_number   text        NOT NULL,
    reason           text        NOT NULL
        CHECK (reason IN ('DECLINED', 'HELD_BY_OTHER', 'MANUAL', 'UNHELD', 'UNKNOWN')),
    application_id   uuid        NOT NULL, -- all zeros: about money without an order
    at_risk_fen      bigint      NOT NULL CHECK (at_risk_fen >= 0),
    closed_at        timestamptz NOT NULL,
    organisation     text        NOT NULL,
    badge_number     text        NOT NULL,
    note             text        NOT NULL,
    PRIMARY KEY (case_id, institution_code, account_number, reason, application_id, at_risk_fen)
);

-- Where to look for what needs attention: few of all claims and orders. Columns of the first two conditions change with the claim's
-- revision, which other indexes have already: updates cost no more than before.
CREATE INDEX claim_not_located ON claim (claimed_at) WHERE reported_fen + received_fen
    > onward_fen + cash_fen + merchant_fen + restored_fen + held_fen + lapsed_fen + lifted_fen;
CREATE INDEX claim_unheld ON claim (claimed_at) WHERE lapsed_fen > 0 OR lifted_fen > 0;
CREATE INDEX stop_order_without_hold ON stop_order (placed_at) WHERE state IN ('DECLINED', 'HELD_BY_OTHER', 'MANUAL');

-- Declined orders and money that nobody has located are alerted.
ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check CHECK (
    kind IN ('ORDER_FAILING', 'ORDER_MANUAL', 'LAPSE_FIRST_WARNING', 'LAPSE_SECOND_WARNING', 'LAPSE_LAST_WARNING',
             'FOLLOW_UP_DECLINED', 'BOOKING_UNCLEAR', 'FEEDBACK_CONFLICT', 'BOOKS_DO_NOT_ADD_UP', 'HELD_BY_OTHER',
             'STOP_MOMENT_UNCLEAR', 'CLAIM_UNHELD', 'ORDER_DECLINED', 'MONEY_UNKNOWN'));
