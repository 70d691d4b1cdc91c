-- Reads what a freeze of an account for a case may rest on, as of one moment: the case's money there, who holds the account, and the stop
-- that is in effect. A correction may leave more booked than came in until it is followed: then nothing remains.
-- Each case counts an outflow of the account in full, so that several cases may have less on it together than they would have as one.
-- The rest, the surplus, is for the case that freezes first. It is a lower bound: there is none while money also came by traced bookings, or
-- while a moment or a sum is unknown; equal reports of two cases count once, and each outflow in full.
-- Tables of other features: claim and outflow (books), stop_order and reported_transfer (orders), freeze_order (holds).
SELECT own.institution_code, own.account_number, coalesce(stop.account_name, own.account_name) AS account_name,
       coalesce(stop.account_kind, own.account_kind) AS account_kind,
       greatest(own.reported_fen + own.received_fen - own.onward_fen - own.cash_fen - own.merchant_fen - own.restored_fen, 0)
           AS remaining_fen,
       coalesce(shared.surplus_fen, 0) AS surplus_fen, own.revision <> own.traced_revision AS behind, own.ended_at, own.end_details,
       own.freeze_fen, own.freeze_end,
       stop.application_id AS stop_id, stop.case_id AS stop_case_id, stop.expires_at, stop.balance_fen,
       (SELECT count(*)::int FROM claim
        WHERE claim.institution_code = own.institution_code AND claim.account_number = own.account_number
          AND claim.case_id <> own.case_id AND
          -- include: sql/orders/include/active_claim.sql
       ) AS other_claims
FROM claim own
LEFT JOIN LATERAL (
    SELECT application_id, case_id, account_name, account_kind, expires_at, balance_fen FROM stop_order
    WHERE stop_order.institution_code = own.institution_code AND stop_order.account_number = own.account_number
      AND stop_order.live AND stop_order.state = 'IN_EFFECT' OFFSET 0) stop ON true
LEFT JOIN LATERAL (
    SELECT greatest(c.reported_fen - coalesce(duplicates.amount_fen, 0) - coalesce(outflows.amount_fen, 0) - c.remaining_fen, 0)::bigint
           AS surplus_fen
    FROM (
        SELECT sum(reported_fen) AS reported_fen, array_agg(case_id) AS cases,
               sum(greatest(reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen, 0)) AS remaining_fen,
               bool_or(revision <> traced_revision OR received_fen > 0) AS is_unclear
        FROM claim WHERE claim.institution_code = own.institution_code AND claim.account_number = own.account_number
          AND end_details ->> 'cause' IS DISTINCT FROM 'WITHDRAWN' OFFSET 0) c
    CROSS JOIN LATERAL (
        SELECT min(transferred_at) AS began_at, bool_or(transferred_at IS NULL OR amount_fen IS NULL) AS is_unclear
        FROM reported_transfer r
        WHERE r.institution_code = own.institution_code AND r.account_number = own.account_number OFFSET 0) reports
    CROSS JOIN LATERAL (
        SELECT sum(r.amount_fen) AS amount_fen FROM reported_transfer r
        WHERE r.institution_code = own.institution_code AND r.account_number = own.account_number AND r.case_id = ANY (c.cases)
          AND EXISTS (SELECT FROM reported_transfer same
                      WHERE same.institution_code = r.institution_code AND same.account_number = r.account_number
                        AND same.amount_fen = r.amount_fen AND same.case_id < r.case_id
                        AND same.transferred_at BETWEEN r.transferred_at - :tolerance::interval
                            AND r.transferred_at + :tolerance::interval OFFSET 0) OFFSET 0) duplicates
    CROSS JOIN LATERAL (
        SELECT sum(o.amount_fen) AS amount_fen FROM outflow o
        WHERE o.institution_code = own.institution_code AND o.account_number = own.account_number
          AND o.booked_at >= reports.began_at - :tolerance::interval OFFSET 0) outflows
    WHERE cardinality(c.cases) > 1 AND NOT c.is_unclear AND NOT reports.is_unclear
      AND NOT EXISTS (SELECT FROM freeze_order f
                      WHERE f.institution_code = own.institution_code AND f.account_number = own.account_number
                        AND f.case_id <> own.case_id AND f.state NOT IN ('DECLINED', 'LIFTED', 'AUTO_LIFTED', 'RETURNED'))) shared ON true
WHERE own.case_id = :case_id AND own.institution_code = :institution_code AND own.account_number = :account_number
