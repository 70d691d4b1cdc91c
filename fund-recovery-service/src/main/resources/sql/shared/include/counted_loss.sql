-- True for a transfer t of a victim's own money that counts: of a case that is not withdrawn, not put right by another, not rejected by an
-- officer, and no duplicate of one that counts. Of transfers that duplicate each other, the one that was reported first counts.
       t.is_loss AND t.amount_fen IS NOT NULL
       AND NOT EXISTS (SELECT FROM recovery_case c WHERE c.case_id = t.case_id AND c.is_withdrawn)
       AND NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = t.transfer_id)
       AND NOT EXISTS (SELECT FROM deposit_decision d WHERE d.transfer_id = t.transfer_id AND NOT d.is_confirmed)
       AND (t.duplicate_of IS NULL OR NOT EXISTS (
           SELECT FROM reported_transfer original
           WHERE original.transfer_id = t.duplicate_of AND original.is_loss AND original.amount_fen IS NOT NULL
             AND NOT EXISTS (SELECT FROM recovery_case c WHERE c.case_id = original.case_id AND c.is_withdrawn)
             AND NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = original.transfer_id)
             AND NOT EXISTS (SELECT FROM deposit_decision d WHERE d.transfer_id = original.transfer_id AND NOT d.is_confirmed)))
