-- What follows from the claims on stopped accounts and the freezes that end soon. A case that has a freeze of the account needs no
-- proposal; a withdrawn one has no claim, and its freezes are to be lifted.
-- Tables of other features: withdrawn_case (orders), objection (objections), and those of the surplus.
judged AS (
    SELECT own.*, f.is_filed, coalesce(shared.surplus_fen, 0) AS surplus_fen FROM claimed own
    LEFT JOIN LATERAL (
        SELECT true AS is_filed FROM filed_case WHERE filed_case.case_id = own.case_id AND closed_at IS NULL OFFSET 0) f ON true
    LEFT JOIN LATERAL (
    -- include: sql/amendments/include/surplus.sql
    ) shared ON is_filed
    WHERE NOT EXISTS (
        SELECT FROM freeze_order z WHERE z.case_id = own.case_id AND z.institution_code = own.institution_code
          AND z.account_number = own.account_number AND z.state NOT IN ('DECLINED', 'LIFTED', 'AUTO_LIFTED', 'RETURNED'))),
proposed AS (
    SELECT CASE WHEN is_filed IS NULL THEN 'FILE_OR_LIFT' WHEN ends THEN 'FREEZE' ELSE 'LIMIT' END AS kind,
           case_id, institution_code, account_number, account_name, account_kind, application_id, expires_at AS ends_at,
           greatest(amount_fen, 0) AS amount_fen, surplus_fen, balance_fen AS held_fen, NULL::uuid AS objection_id
    FROM judged
    WHERE ends AND (is_filed IS NULL OR amount_fen + surplus_fen > 0)
       OR is_filed AND amount_fen + surplus_fen > 0 AND balance_fen / :overheld_factor > amount_fen + surplus_fen
    UNION ALL
    SELECT CASE WHEN EXISTS (SELECT FROM withdrawn_case w WHERE w.case_id = renewable.case_id) THEN 'LIFT' ELSE 'RENEW' END,
           case_id, institution_code, account_number, account_name, account_kind, application_id, expires_at,
           coalesce(amount_fen, tainted_fen), 0, frozen_fen,
           (SELECT objection_id FROM objection
            WHERE objection.institution_code = renewable.institution_code AND objection.account_number = renewable.account_number
              AND objection.case_id = renewable.case_id AND objection.closed_at IS NULL)
    FROM renewable)
SELECT * FROM proposed ORDER BY ends_at, application_id, case_id LIMIT :max
