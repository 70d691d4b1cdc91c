-- The cases whose money has reached a mule.
-- Tables of other features: claim (books).
SELECT case_id, level, reported_fen + received_fen AS tainted_fen, held_fen + frozen_fen AS held_fen, claimed_at FROM claim
WHERE institution_code = :institution_code AND account_number = :account_number
  AND level > 0 AND not_followed = 'NONE' AND reported_fen + received_fen > 0
ORDER BY claimed_at, case_id
