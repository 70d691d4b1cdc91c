-- What a freeze (冻结) of its case does to a claim. Whoever books it writes what the freeze says; a step of the trace writes what that
-- makes of the books, frozen_fen.
ALTER TABLE claim
    ADD COLUMN frozen_fen      bigint NOT NULL DEFAULT 0 CHECK (frozen_fen >= 0),
    ADD COLUMN freeze_id       uuid,        -- the freeze that was booked last; null: there was none
    ADD COLUMN freeze_began_at timestamptz,
    ADD COLUMN freeze_fen      bigint CHECK (freeze_fen >= 0), -- what it holds, or held last
    ADD COLUMN freeze_end      text CHECK (freeze_end IN ('LIFTED', 'LAPSED')), -- null while it is in effect
    ADD CONSTRAINT claim_freeze CHECK ((freeze_id IS NULL) = (freeze_began_at IS NULL) AND (freeze_id IS NULL) = (freeze_fen IS NULL)
                                       AND (freeze_id IS NOT NULL OR freeze_end IS NULL));

ALTER TABLE claim DROP CONSTRAINT claim_check;
ALTER TABLE claim ADD CONSTRAINT claim_check CHECK (
    revision <> traced_revision -- a correction has taken money away that is still booked
    OR onward_fen + cash_fen + merchant_fen + restored_fen + held_fen + frozen_fen + lapsed_fen + lifted_fen
       <= reported_fen + received_fen);

-- A freeze of the case ends its claim.
ALTER TABLE claim DROP CONSTRAINT claim_end_details_check;
ALTER TABLE claim ADD CONSTRAINT claim_end_details_check CHECK (
    end_details IS NULL OR end_details ->> 'cause' IN ('LIFTED', 'WITHDRAWN', 'FROZEN'));

DROP INDEX claim_attention;
CREATE INDEX claim_attention ON claim (claimed_at)
    WHERE ended_at IS NULL AND attention_revision IS DISTINCT FROM revision
      AND (attention_revision IS NOT NULL OR lapsed_fen > 0 OR lifted_fen > 0 OR reported_fen + received_fen
           > onward_fen + cash_fen + merchant_fen + restored_fen + held_fen + frozen_fen + lapsed_fen + lifted_fen);

-- Freezes that name the stop and of which nobody knows yet whether they began: until then it is not booked as lapsed.
ALTER TABLE stop_order ADD COLUMN undecided_freezes uuid[] NOT NULL DEFAULT '{}';
