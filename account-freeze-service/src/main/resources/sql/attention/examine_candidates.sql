-- Examines what may need attention, and notes the accounts on which nothing does, so that the list leaves them out until they change.
-- An account is noted when it has no open item and is at rest: all its orders are settled, none waits, all its claims are traced, and
-- the newest claim and the newest end of an order without a hold are older than :examined_before, which is longer than any transaction
-- that may not be visible yet takes.
-- Rows that changed since they were read (another xmin) or are locked are left for the next time. So this statement never waits for a
-- row while it has locked others. Rows are updated by ctid, which the lock keeps stable, so that no plan reads all of them.
-- Answers the number of accounts noted.
-- Tables of other features: claim (books), stop_order, waiting_order and reported_transfer (orders).
WITH
-- include: sql/attention/include/candidates.sql
,
-- include: sql/attention/include/items.sql
-- include: sql/attention/include/open_items.sql
, at_rest AS (
    SELECT c.institution_code, c.account_number
    FROM (SELECT DISTINCT institution_code, account_number FROM candidate
          EXCEPT SELECT institution_code, account_number FROM open_item) c
    WHERE NOT EXISTS (
        SELECT FROM stop_order s
        WHERE s.institution_code = c.institution_code AND s.account_number = c.account_number
          AND (s.state <> ALL (:settled_states) OR s.awaits_bookings OR NOT s.live AND s.ended_at > :examined_before) OFFSET 0)
      AND NOT EXISTS (
        SELECT FROM waiting_order w
        WHERE w.institution_code = c.institution_code AND w.account_number = c.account_number OFFSET 0)
      AND NOT EXISTS (
        SELECT FROM claim
        WHERE claim.institution_code = c.institution_code AND claim.account_number = c.account_number
          AND (claim.revision <> claim.traced_revision OR claim.claimed_at > :examined_before) OFFSET 0)
    LIMIT :max_accounts),
locked_claims AS MATERIALIZED (
    SELECT seen.row_id, seen.institution_code, seen.account_number,
           coalesce(locked.row_version = seen.row_version, false) AS same
    FROM at_rest CROSS JOIN LATERAL (
        SELECT case_id, institution_code, account_number, ctid AS row_id, xmin AS row_version FROM claim
        WHERE claim.institution_code = at_rest.institution_code AND claim.account_number = at_rest.account_number
        OFFSET 0) seen
    LEFT JOIN LATERAL (
        SELECT xmin AS row_version FROM claim
        WHERE claim.case_id = seen.case_id AND claim.institution_code = seen.institution_code
          AND claim.account_number = seen.account_number
        FOR UPDATE SKIP LOCKED) locked ON true),
examined AS MATERIALIZED (
    SELECT institution_code, account_number FROM locked_claims
    GROUP BY institution_code, account_number HAVING bool_and(same)),
locked_orders AS MATERIALIZED (
    SELECT seen.row_id
    FROM examined CROSS JOIN LATERAL (
        SELECT application_id, ctid AS row_id, xmin AS row_version FROM stop_order
        WHERE stop_order.institution_code = examined.institution_code
          AND stop_order.account_number = examined.account_number
          AND stop_order.state IN ('DECLINED', 'HELD_BY_OTHER', 'MANUAL') AND NOT stop_order.live OFFSET 0) seen
    CROSS JOIN LATERAL (
        SELECT xmin AS row_version FROM stop_order WHERE stop_order.application_id = seen.application_id
        FOR UPDATE SKIP LOCKED) locked
    WHERE locked.row_version = seen.row_version),
noted_claims AS (
    UPDATE claim SET attention_revision = revision, attention_threshold_fen = :unknown_threshold
    WHERE ctid = ANY (ARRAY(SELECT row_id FROM locked_claims JOIN examined USING (institution_code, account_number)))),
noted_orders AS (
    UPDATE stop_order SET attention_version = version
    WHERE ctid = ANY (ARRAY(SELECT row_id FROM locked_orders)))
SELECT count(*)::int AS accounts FROM examined
