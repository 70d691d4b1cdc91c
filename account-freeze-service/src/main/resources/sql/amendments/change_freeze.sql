-- Books another sum of a freeze, or its end. The same sum again changes nothing, so that nothing is traced. Of a freeze that has ended, or that another one has replaced, nothing changes. Answers one row,
-- and none when no freeze is booked on the claim.
-- Tables of other features: claim (books).
WITH booked AS (
    UPDATE claim SET freeze_fen = coalesce(:freeze_fen, claim.freeze_fen), freeze_end = :freeze_end,
                     revision = claim.revision + 1, due_at = :now
    WHERE claim.case_id = :case_id AND claim.institution_code = :institution_code
      AND claim.account_number = :account_number AND claim.freeze_id = :freeze_id AND claim.freeze_end IS NULL
      AND (:freeze_end IS NOT NULL OR claim.freeze_fen <> :freeze_fen))
SELECT case_id FROM claim
WHERE case_id = :case_id AND institution_code = :institution_code AND account_number = :account_number
  AND freeze_id IS NOT NULL
