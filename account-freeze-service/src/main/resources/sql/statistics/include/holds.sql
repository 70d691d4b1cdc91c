-- What each stop and each freeze holds, and how much of it is more than the cases' money, by what is known now. While a stop is in effect
-- it holds the whole account, and what freezes of the account hold with it. What a freeze was ordered to hold above its case's money is the
-- surplus of several cases. What was paid back to victims is no longer there, and freezes hold it no longer.
-- Tables of other features: stop_order (orders), claim (books).
effective_stops AS (
    SELECT s.*, greatest(s.stopped_at, s.placed_at) AS began_at, coalesce(s.ended_at, :now) AS until_at,
           s.state = 'IN_EFFECT' AS in_effect, c.cases_fen
    FROM stops s CROSS JOIN LATERAL (
        SELECT coalesce(sum(greatest(
                   reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen, 0)), 0)::bigint AS cases_fen
        FROM claim WHERE claim.institution_code = s.institution_code AND claim.account_number = s.account_number
          AND (claim.ended_at IS NULL OR claim.end_details ->> 'cause' = 'FROZEN'
               OR s.ended_at IS NOT NULL AND claim.ended_at >= s.stopped_at) OFFSET 0) c
    WHERE s.counted AND s.stopped_at IS NOT NULL),
effective_freezes AS (
    SELECT f.*, coalesce(f.ended_at, :now) AS until_at, f.state IN ('IN_EFFECT', 'PARTIAL') AS in_effect, under.seconds, under.is_now,
           c.cases_fen + greatest(coalesce(f.amount_fen, 0) - greatest(f.tainted_fen, c.cases_fen + f.returned_fen), 0) AS cases_fen
    FROM freezes f
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(greatest(
                   reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen - returned_fen, 0)), 0)::bigint
               AS cases_fen
        FROM claim WHERE claim.institution_code = f.institution_code AND claim.account_number = f.account_number
          AND claim.case_id = f.case_id OFFSET 0) c
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(greatest(extract(epoch FROM least(coalesce(o.ended_at, :now), coalesce(f.ended_at, :now))
                                                        - greatest(o.stopped_at, o.placed_at, f.began_at)), 0)), 0) AS seconds,
               coalesce(bool_or(o.state = 'IN_EFFECT'), false) AS is_now
        FROM stop_order o WHERE o.institution_code = f.institution_code AND o.account_number = f.account_number
          AND o.counted AND o.stopped_at IS NOT NULL OFFSET 0) under
    WHERE f.began_at IS NOT NULL),
holds AS (
    SELECT 'STOP' AS kind, application_id, began_at, in_effect,
           CASE WHEN in_effect THEN balance_fen END AS held_fen,
           CASE WHEN in_effect THEN cases_fen END AS tainted_fen,
           CASE WHEN in_effect THEN greatest(balance_fen - cases_fen, 0) END AS overheld_fen,
           greatest(balance_fen - cases_fen, 0) * greatest(extract(epoch FROM until_at - began_at), 0) / 3600 AS overheld_fen_hours
    FROM effective_stops
    UNION ALL
    SELECT 'FREEZE', application_id, began_at, in_effect,
           CASE WHEN in_effect AND NOT is_now THEN frozen_fen END,
           CASE WHEN in_effect AND NOT is_now THEN cases_fen END,
           CASE WHEN in_effect AND NOT is_now THEN greatest(frozen_fen - cases_fen, 0) END,
           greatest(frozen_fen - cases_fen, 0)
               * greatest(extract(epoch FROM until_at - greatest(began_at, requested_at)) - seconds, 0) / 3600
    FROM effective_freezes)
