-- The holds in effect on an account, and what of each may be divided: what was paid out of it, or may still be, is not.
-- Tables of other features: hold (facts), refund_payment (payments).
SELECT hold_id, case_id, measure = 'FREEZE' AS is_freeze,
       greatest(0, held_fen - coalesce((SELECT sum(committed_fen) FROM refund_payment p WHERE p.freeze_id = hold_id), 0))::bigint AS held_fen,
       expires_at
FROM hold
WHERE institution_code = :institution_code AND account_number = :account_number AND is_in_effect AND expires_at > :now
