-- The condition on a claim (case_id, institution_code, account_number, level, reported_fen, received_fen, ended_at): it is active,
-- and the account stays stopped for it. It has not ended, and it is for something: for money that came in, for a reported transfer
-- whose sum is not known, or for the protection of the account (level 0). A claim that a correction took all money from is not.
(claim.ended_at IS NULL
 AND (claim.reported_fen + claim.received_fen > 0 OR claim.level = 0
      OR EXISTS (SELECT FROM reported_transfer t
                 WHERE t.case_id = claim.case_id AND t.institution_code = claim.institution_code
                   AND t.account_number = claim.account_number AND t.amount_fen IS NULL
                   AND NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = t.transfer_id) OFFSET 0)))
