-- Makes candidate: the claims of some cases that may need attention.
-- Costs a read of the cases' claims, and one by key of the orders of each claim whose money is all located.
-- Tables of other features: claim (books), stop_order (orders).
candidate AS (
    SELECT c.case_id, c.institution_code, c.account_number
    FROM unnest(:case_ids) AS asked (case_id)
    CROSS JOIN LATERAL (SELECT * FROM claim WHERE claim.case_id = asked.case_id OFFSET 0) c
    WHERE c.reported_fen + c.received_fen
          > c.onward_fen + c.cash_fen + c.merchant_fen + c.restored_fen + c.held_fen + c.frozen_fen + c.lapsed_fen + c.lifted_fen
            + c.returned_fen
       OR c.lapsed_fen > 0 OR c.lifted_fen > 0
       OR EXISTS (SELECT FROM stop_order s
                  WHERE s.institution_code = c.institution_code AND s.account_number = c.account_number
                    AND s.state IN ('DECLINED', 'HELD_BY_OTHER', 'MANUAL') OFFSET 0))
