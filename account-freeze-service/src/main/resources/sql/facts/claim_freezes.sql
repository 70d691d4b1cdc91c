-- Takes freezes that are to be told, as claim_stops.sql does.
-- Tables of other features: freeze_order (holds).
WITH due AS MATERIALIZED (
    SELECT application_id FROM freeze_order
    WHERE unpublished AND (began_at IS NOT NULL OR publications > 0) AND application_id >= '00000000-0000-0000-0000-000000000000'
    ORDER BY application_id LIMIT :max_rows FOR NO KEY UPDATE SKIP LOCKED)
UPDATE freeze_order SET unpublished = false, publications = publications + 1
FROM due
WHERE freeze_order.application_id = due.application_id
RETURNING freeze_order.application_id, case_id, institution_code, account_number, account_name, account_kind, publications,
          state IN ('IN_EFFECT', 'PARTIAL') AS is_in_effect, frozen_fen AS held_fen, returned_fen,
          coalesce(began_at, requested_at) AS began_at, expires_at, approval_level
