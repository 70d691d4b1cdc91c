-- Books what a freeze holds now, or held when it ended, and what was paid back to victims out of all freezes of the case on the account. The
-- same again changes nothing, so that nothing is traced. A freeze that another one has replaced changes only what was paid back. One that
-- was lifted or lapsed stays so; one of which all was paid back may hold money again. Answers one row, and none when no freeze is booked on
-- the claim.
-- Tables of other features: claim (books), and those of the include.
WITH
-- include: sql/amendments/include/returned.sql
, booked AS (
    UPDATE claim SET
        freeze_fen = CASE WHEN claim.freeze_id = :freeze_id AND coalesce(claim.freeze_end, 'RETURNED') IN ('RETURNED', :freeze_end)
                          THEN :freeze_fen ELSE claim.freeze_fen END,
        freeze_end = CASE WHEN claim.freeze_id = :freeze_id AND coalesce(claim.freeze_end, 'RETURNED') IN ('RETURNED', :freeze_end)
                          THEN :freeze_end ELSE claim.freeze_end END,
        freeze_returned_fen = returned.fen, revision = claim.revision + 1, due_at = :now
    FROM returned
    WHERE claim.case_id = :case_id AND claim.institution_code = :institution_code
      AND claim.account_number = :account_number AND claim.freeze_id IS NOT NULL
      AND (claim.freeze_returned_fen <> returned.fen
           OR claim.freeze_id = :freeze_id AND coalesce(claim.freeze_end, 'RETURNED') IN ('RETURNED', :freeze_end)
              AND (claim.freeze_fen, claim.freeze_end) IS DISTINCT FROM (:freeze_fen, :freeze_end)))
SELECT case_id FROM claim
WHERE case_id = :case_id AND institution_code = :institution_code AND account_number = :account_number
  AND freeze_id IS NOT NULL
