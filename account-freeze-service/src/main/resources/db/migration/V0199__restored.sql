-- Tainted money that went back to an account of the victim's side (返利): neither held nor lost.
ALTER TABLE claim ADD COLUMN restored_fen bigint NOT NULL DEFAULT 0 CHECK (restored_fen >= 0);
ALTER TABLE claim DROP CONSTRAINT claim_check;
ALTER TABLE claim ADD CONSTRAINT claim_check CHECK (
    revision <> traced_revision -- a correction has taken money away that is still booked
    OR onward_fen + cash_fen + merchant_fen + restored_fen + held_fen + lapsed_fen + lifted_fen
       <= reported_fen + received_fen);
