-- Makes returned: what was paid back to victims out of the freezes of a case on an account.
-- Tables of other features: freeze_order (holds).
returned AS (
    SELECT coalesce(sum(returned_fen), 0)::bigint AS fen FROM freeze_order
    WHERE freeze_order.case_id = :case_id AND freeze_order.institution_code = :institution_code
      AND freeze_order.account_number = :account_number)
