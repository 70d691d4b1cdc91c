-- 资金返还: what was paid back to victims out of freezes. Every revision of a payment is kept, so that what follows from them does not depend
-- on the order of arrival.
CREATE TABLE freeze_refund (
    payment_id  uuid        NOT NULL,
    revision    integer     NOT NULL CHECK (revision >= 1),
    freeze_id   uuid        NOT NULL REFERENCES freeze_order,
    case_id     uuid        NOT NULL,
    paid_fen    bigint      NOT NULL CHECK (paid_fen BETWEEN 0 AND 10000000000000), -- by the payment in all, since this revision
    occurred_at timestamptz NOT NULL,
    receipt_ids text[]      NOT NULL, -- serials of the institution's bookings of it
    payee_number text       NOT NULL, -- empty: not known
    PRIMARY KEY (payment_id, revision)
);
CREATE INDEX freeze_refund_freeze ON freeze_refund (freeze_id);

-- What the institution told last: what was paid by then is not in it. frozen_fen is that sum less what was paid since.
ALTER TABLE freeze_order
    ADD COLUMN told_fen     bigint CHECK (told_fen >= 0),
    ADD COLUMN told_at      timestamptz,
    ADD COLUMN returned_fen bigint NOT NULL DEFAULT 0 CHECK (returned_fen >= 0);
UPDATE freeze_order SET told_fen = frozen_fen, told_at = coalesce(began_at, requested_at) WHERE frozen_fen IS NOT NULL;
ALTER TABLE freeze_order ADD CONSTRAINT freeze_order_told CHECK ((told_fen IS NULL) = (told_at IS NULL));

-- Whoever books a freeze writes what was paid back out of all freezes of the case on the account; a step of the trace writes what that makes
-- of the books, returned_fen.
ALTER TABLE claim
    ADD COLUMN returned_fen        bigint NOT NULL DEFAULT 0 CHECK (returned_fen >= 0),
    ADD COLUMN freeze_returned_fen bigint NOT NULL DEFAULT 0 CHECK (freeze_returned_fen >= 0);

ALTER TABLE claim DROP CONSTRAINT claim_freeze_end_check;
ALTER TABLE claim ADD CONSTRAINT claim_freeze_end_check CHECK (freeze_end IN ('LIFTED', 'LAPSED', 'RETURNED'));
ALTER TABLE claim DROP CONSTRAINT claim_check;
ALTER TABLE claim ADD CONSTRAINT claim_check CHECK (
    revision <> traced_revision -- a correction has taken money away that is still booked
    OR onward_fen + cash_fen + merchant_fen + restored_fen + held_fen + frozen_fen + lapsed_fen + lifted_fen + returned_fen
       <= reported_fen + received_fen);

DROP INDEX claim_attention;
CREATE INDEX claim_attention ON claim (claimed_at)
    WHERE ended_at IS NULL AND attention_revision IS DISTINCT FROM revision
      AND (attention_revision IS NOT NULL OR lapsed_fen > 0 OR lifted_fen > 0 OR reported_fen + received_fen
           > onward_fen + cash_fen + merchant_fen + restored_fen + held_fen + frozen_fen + lapsed_fen + lifted_fen + returned_fen);
