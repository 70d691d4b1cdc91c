-- What stops and freezes hold of the money of some cases, and what nobody holds.
-- Tables of other features: claim (books).
SELECT case_id, sum(held_fen + frozen_fen)::bigint AS held_sum,
       greatest(sum(reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen - held_fen
                    - frozen_fen - lifted_fen - returned_fen), 0)::bigint AS at_risk_sum
FROM claim WHERE case_id = ANY (:case_ids) GROUP BY case_id
