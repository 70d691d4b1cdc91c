-- Takes stops that are to be told: they count as told from now on, and have a higher revision. Whoever changes one of them waits for the
-- commit, and marks it again. Rows that others change or take are left out. An order that turned out never to have been in effect is
-- told once more.
-- The condition on the id is always true: by it the index of marked rows is read.
-- Tables of other features: stop_order (orders).
WITH due AS MATERIALIZED (
    SELECT application_id FROM stop_order
    WHERE unpublished AND (counted OR publications > 0) AND application_id >= '00000000-0000-0000-0000-000000000000'
    ORDER BY application_id LIMIT :max_rows FOR NO KEY UPDATE SKIP LOCKED)
UPDATE stop_order SET unpublished = false, publications = publications + 1
FROM due
WHERE stop_order.application_id = due.application_id
RETURNING stop_order.application_id, case_id, institution_code, account_number, account_name, account_kind, publications,
          state = 'IN_EFFECT' AS is_in_effect, balance_fen AS held_fen, 0::bigint AS returned_fen, stopped_at IS NOT NULL AS is_stopped,
          coalesce(stopped_at, placed_at) AS began_at, coalesce(expires_at, placed_at) AS expires_at, NULL::text AS approval_level
