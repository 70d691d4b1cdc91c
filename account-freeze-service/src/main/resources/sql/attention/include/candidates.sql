-- Makes candidate: the claims of all cases that may need attention.
-- Costs reads of indexes without what was examined and found to need none, without what officers closed and without ended claims
-- (examine_candidates.sql).
-- Tables of other features: claim (books), stop_order (orders).
candidate AS (
    SELECT case_id, institution_code, account_number FROM claim
    WHERE claimed_at <= :as_of AND ended_at IS NULL AND attention_revision IS DISTINCT FROM revision
      AND (attention_revision IS NOT NULL OR lapsed_fen > 0 OR lifted_fen > 0 OR reported_fen + received_fen
           > onward_fen + cash_fen + merchant_fen + restored_fen + held_fen + frozen_fen + lapsed_fen + lifted_fen
             + returned_fen)
    UNION SELECT case_id, institution_code, account_number FROM claim
    WHERE attention_threshold_fen > :unknown_threshold AND ended_at IS NULL AND attention_revision = revision
    UNION SELECT c.case_id, c.institution_code, c.account_number
    FROM (SELECT institution_code, account_number FROM stop_order
          WHERE placed_at <= :as_of AND state IN ('DECLINED', 'HELD_BY_OTHER', 'MANUAL')
            AND (live OR attention_version IS DISTINCT FROM version)) s
    CROSS JOIN LATERAL (SELECT * FROM claim WHERE claim.institution_code = s.institution_code
                                              AND claim.account_number = s.account_number
                                              AND claim.ended_at IS NULL OFFSET 0) c)
