-- The accounts that these holds are on, the worst first.
, accounts AS (
    SELECT a.institution_code, a.account_number, max(a.account_name) AS account_name, max(a.account_kind) AS account_kind,
           sum(h.held_fen)::bigint AS held_fen, sum(h.tainted_fen)::bigint AS tainted_fen, sum(h.overheld_fen)::bigint AS overheld_fen,
           least(sum(h.overheld_fen_hours), 9223372036854775807)::bigint AS overheld_fen_hours, min(h.began_at) AS held_since,
           array_agg(h.application_id ORDER BY h.began_at, h.application_id) AS application_ids
    FROM holds h JOIN (
        SELECT application_id, institution_code, account_number, account_name, account_kind FROM stops
        UNION ALL
        SELECT application_id, institution_code, account_number, account_name, account_kind FROM freezes) a USING (application_id)
    WHERE h.in_effect
    GROUP BY a.institution_code, a.account_number)
SELECT * FROM accounts WHERE overheld_fen > 0
ORDER BY overheld_fen_hours DESC, institution_code, account_number LIMIT :max
