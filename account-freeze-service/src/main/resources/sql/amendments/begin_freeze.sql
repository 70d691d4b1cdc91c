-- Books a freeze that took effect on the claim of its case, once. The claim ends at the moment when the freeze began, unless it has ended
-- before; an order of the case that waits there does not go out any more. A freeze that began before the one that is booked changes nothing.
-- Answers one row, with whether it was booked now, and none when the case has no claim on the account.
-- Tables of other features: claim (books), waiting_order (orders), and those of the include.
WITH
-- include: sql/amendments/include/returned.sql
, booked AS (
    UPDATE claim SET freeze_id = :freeze_id, freeze_began_at = :began_at, freeze_fen = :freeze_fen, freeze_end = NULL,
                     freeze_returned_fen = returned.fen,
                     ended_at = coalesce(claim.ended_at, :began_at),
                     end_details = coalesce(claim.end_details, :end_details::jsonb),
                     revision = claim.revision + 1, due_at = :now
    FROM returned
    WHERE claim.case_id = :case_id AND claim.institution_code = :institution_code
      AND claim.account_number = :account_number AND claim.freeze_id IS DISTINCT FROM :freeze_id
      AND (claim.freeze_began_at IS NULL OR claim.freeze_began_at <= :began_at)
    RETURNING case_id),
not_sent AS (
    DELETE FROM waiting_order w USING booked
    WHERE w.case_id = booked.case_id AND w.institution_code = :institution_code AND w.account_number = :account_number)
SELECT case_id, EXISTS (SELECT FROM booked) AS begun FROM claim
WHERE case_id = :case_id AND institution_code = :institution_code AND account_number = :account_number
