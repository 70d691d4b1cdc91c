-- The victims of cases: what was told of them, what they reported and got back, and what officers established. A case of which nothing was
-- told is left out.
-- Tables of other features: recovery_case, reported_transfer and hold (facts), ledger_entry (ledger), attributed_flow
-- (attribution), refund_payment (payments).
SELECT c.case_id, coalesce(told.victim_name, '') AS victim_name, coalesce(reported.fen, 0) AS reported_fen,
       coalesce(restored.fen, 0) AS restored_fen, v.identity_document_digest, v.identity_verified_at, v.loss_fen,
       v.restored_elsewhere_fen, v.agent_name, v.agent_authority_digest, disputes.content::text AS disputes,
       deposits.content::text AS deposits, v.refund_account IS NOT NULL AS is_account_chosen,
       chosen.content AS refund_account, original.institution_code AS original_institution_code,
       original.account_number AS original_number, original.account_name AS original_name, original.account_kind AS original_kind,
       coalesce(refunded.fen, 0) AS refunded_fen
FROM unnest(:case_ids) AS c (case_id)
LEFT JOIN LATERAL (SELECT victim_name FROM recovery_case WHERE recovery_case.case_id = c.case_id OFFSET 0) told ON true
LEFT JOIN LATERAL (
    SELECT sum(amount_fen)::bigint AS fen FROM reported_transfer t
    WHERE t.case_id = c.case_id AND
    -- include: sql/shared/include/counted_loss.sql
    ) reported ON true
LEFT JOIN LATERAL (
    SELECT sum(CASE WHEN debited = 'RESTORED' THEN amount_fen ELSE -amount_fen END)::bigint AS fen FROM ledger_entry e
    WHERE e.case_id = c.case_id AND 'RESTORED' IN (debited, credited)) restored ON true
LEFT JOIN LATERAL (SELECT * FROM victim WHERE victim.case_id = c.case_id OFFSET 0) v ON true
LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', dispute_id, 'reason', reason, 'openedAt', opened_at) ORDER BY opened_at, dispute_id) AS content
    FROM ownership_dispute d WHERE d.case_id = c.case_id AND d.closed_at IS NULL) disputes ON true
LEFT JOIN LATERAL ( -- transfers that name no payer account
    SELECT json_agg(json_build_object(
               'transferId', t.transfer_id, 'institutionCode', t.institution_code, 'accountNumber', t.account_number,
               'fen', t.amount_fen, 'at', t.transferred_at,
               'state', CASE WHEN decided.is_confirmed THEN 'CONFIRMED' WHEN NOT decided.is_confirmed THEN 'REJECTED'
                             WHEN booked.is_credited THEN 'BOOKED' ELSE 'OPEN' END)
           ORDER BY t.transferred_at NULLS FIRST, t.transfer_id) AS content
    FROM reported_transfer t
    LEFT JOIN deposit_decision decided ON decided.transfer_id = t.transfer_id
    LEFT JOIN attributed_flow booked
        ON booked.institution_code = t.institution_code AND booked.account_number = t.account_number
       AND booked.source = 'REPORTED' AND booked.serial = t.transfer_id::text AND booked.ordinal = 1
    WHERE t.case_id = c.case_id AND t.payer_number = '' AND (NOT decided.is_confirmed OR (
    -- include: sql/shared/include/counted_loss.sql
    ))) deposits ON true
LEFT JOIN LATERAL ( -- the account that paid first, unless other victims paid into it, it is held, or a refund to it failed
    SELECT payer_institution_code AS institution_code, payer_number AS account_number, payer_name AS account_name,
           payer_kind AS account_kind
    FROM reported_transfer t
    WHERE t.case_id = c.case_id AND t.payer_institution_code <> '' AND t.payer_number <> '' AND
    -- include: sql/shared/include/counted_loss.sql
      AND NOT EXISTS (
          SELECT FROM reported_transfer other
          WHERE other.institution_code = t.payer_institution_code AND other.account_number = t.payer_number AND other.is_loss
            AND other.case_id <> t.case_id)
      AND NOT EXISTS (
          SELECT FROM hold h
          WHERE h.institution_code = t.payer_institution_code AND h.account_number = t.payer_number AND h.is_in_effect)
      AND NOT EXISTS (
          SELECT FROM refund_payment p
          WHERE p.case_id = t.case_id AND p.payee_institution_code = t.payer_institution_code AND p.payee_number = t.payer_number
            AND (p.state = 'RETURNED' OR p.state = 'DECLINED' AND p.result_code IN ('0300', '0301')))
    ORDER BY t.transferred_at NULLS LAST, t.transfer_id
    LIMIT 1) original ON true
LEFT JOIN LATERAL ( -- the account that an officer chose, while nothing speaks against it that came later
    SELECT v.refund_account AS content
    WHERE v.refund_account IS NOT NULL
      AND NOT EXISTS (
          SELECT FROM reported_transfer other
          WHERE other.institution_code = v.refund_account::jsonb ->> 'institutionCode'
            AND other.account_number = v.refund_account::jsonb ->> 'number' AND other.is_loss AND other.case_id <> c.case_id)
      AND NOT EXISTS (
          SELECT FROM hold h
          WHERE h.institution_code = v.refund_account::jsonb ->> 'institutionCode'
            AND h.account_number = v.refund_account::jsonb ->> 'number' AND h.is_in_effect)
      AND NOT EXISTS (
          SELECT FROM refund_payment p
          WHERE p.case_id = c.case_id AND p.payee_institution_code = v.refund_account::jsonb ->> 'institutionCode'
            AND p.payee_number = v.refund_account::jsonb ->> 'number'
            AND p.ordered_at > (v.refund_account::jsonb ->> 'verifiedAt')::timestamptz
            AND (p.state = 'RETURNED' OR p.state = 'DECLINED' AND p.result_code IN ('0300', '0301')))) chosen ON true
LEFT JOIN LATERAL ( -- paid, or may still be
    SELECT sum(committed_fen)::bigint AS fen FROM refund_payment p WHERE p.case_id = c.case_id) refunded ON true
WHERE told.victim_name IS NOT NULL OR EXISTS (SELECT FROM reported_transfer t WHERE t.case_id = c.case_id)
