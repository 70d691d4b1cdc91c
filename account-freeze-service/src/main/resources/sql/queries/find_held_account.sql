-- What holds an account, and which statements of it are known; none when nothing of ours holds it, or no case is left to ask for: a case
-- that is withdrawn or closed asks nothing.
-- asked_since is the earliest moment since which the whole statement is known. is_unlisted: money is known to have come, by the victims or
-- by the accounts that paid it, that no booking into the account answers for. Sums are compared, not moments: institutions differ.
-- first_booking_at is when the account was first booked on, as far as is known: without what was there before it nothing adds up.
-- is_balance_other: the balance that was told last is not that at the end of the whole statement before it, so more has been booked since.
-- OFFSET 0: reads by key.
-- Tables of other features: stop_order, reported_transfer and withdrawn_case (orders), freeze_order and filed_case (holds), claim, outflow
-- and inflow (books).
WITH holding AS MATERIALIZED (
    SELECT case_id FROM stop_order
    WHERE institution_code = :institution_code AND account_number = :account_number AND state = 'IN_EFFECT'
    UNION
    SELECT case_id FROM freeze_order
    WHERE institution_code = :institution_code AND account_number = :account_number AND state IN ('IN_EFFECT', 'PARTIAL')),
candidates AS MATERIALIZED (
    SELECT 1 AS rank, case_id FROM holding
    UNION ALL
    SELECT 2, case_id FROM claim
    WHERE institution_code = :institution_code AND account_number = :account_number AND EXISTS (SELECT FROM holding)),
asking AS MATERIALIZED (
    SELECT case_id FROM candidates c
    WHERE NOT EXISTS (SELECT FROM withdrawn_case w WHERE w.case_id = c.case_id OFFSET 0)
      AND NOT EXISTS (SELECT FROM filed_case f WHERE f.case_id = c.case_id AND f.closed_at IS NOT NULL OFFSET 0)
    ORDER BY rank, case_id LIMIT 1),
pages AS MATERIALIZED (
    SELECT application_id, first_id, page, since, state, answered_at,
           answered_at IS NOT NULL AND answer_has_part AND answer_complete AND answer_lacking = '' AS is_whole
    FROM account_query
    WHERE institution_code = :institution_code AND account_number = :account_number AND kind = 'TRANSACTIONS'),
statement AS MATERIALIZED (
    SELECT answered_at, coalesce(a.content::jsonb #>> '{transactions,bookings,-1,balanceAfterFen}',
                                 CASE WHEN a.content::jsonb #> '{transactions,bookings,0}' IS NULL
                                      THEN a.content::jsonb #>> '{transactions,openingBalanceFen}' END)::bigint AS closing_fen
    FROM pages last
    CROSS JOIN LATERAL (SELECT content FROM query_answer WHERE query_answer.application_id = last.application_id OFFSET 0) a
    WHERE last.is_whole
      AND NOT EXISTS (SELECT FROM pages other
                      WHERE other.first_id = last.first_id AND (NOT other.is_whole OR other.page > last.page))
    ORDER BY answered_at DESC LIMIT 1),
balance AS MATERIALIZED (
    SELECT answered_at, (a.content::jsonb #>> '{balance,balanceFen}')::bigint AS balance_fen
    FROM (SELECT application_id, answered_at FROM account_query
          WHERE institution_code = :institution_code AND account_number = :account_number AND kind = 'BALANCE'
            AND answered_at IS NOT NULL ORDER BY answered_at DESC LIMIT 1) q
    CROSS JOIN LATERAL (SELECT content FROM query_answer WHERE query_answer.application_id = q.application_id OFFSET 0) a),
known AS MATERIALIZED (
    SELECT 'REPORTED' AS source, t.amount_fen
    FROM (SELECT * FROM reported_transfer
          WHERE institution_code = :institution_code AND account_number = :account_number OFFSET 0) t
    WHERE t.amount_fen IS NOT NULL AND t.duplicate_of IS NULL
      AND NOT EXISTS (SELECT FROM reported_transfer correction WHERE correction.corrects = t.transfer_id OFFSET 0)
    UNION ALL
    SELECT 'PAID', amount_fen FROM outflow
    WHERE payee_institution_code = :institution_code AND payee_number = :account_number AND replaced_by IS NULL),
listed AS MATERIALIZED (
    SELECT amount_fen, count(*) AS times FROM inflow
    WHERE institution_code = :institution_code AND account_number = :account_number GROUP BY amount_fen)
SELECT asking.case_id, f.filing_number, f.filing_organisation, f.document_digest, f.approved_by, f.approval_level,
       EXISTS (SELECT FROM pages WHERE state IN ('QUEUED', 'SENDING', 'ACCEPTED', 'IN_DOUBT')
                                    OR state = 'ANSWERED' AND NOT is_whole AND answered_at > :now - interval '1 day') AS is_asked,
       (SELECT min(first.since) FROM pages first
        WHERE first.page = 1 AND NOT EXISTS (SELECT FROM pages other
                                             WHERE other.first_id = first.first_id AND NOT other.is_whole)) AS asked_since,
       least((SELECT min(booked_at) FROM inflow WHERE institution_code = :institution_code AND account_number = :account_number),
             (SELECT min(booked_at) FROM outflow WHERE institution_code = :institution_code AND account_number = :account_number))
           AS first_booking_at,
       EXISTS (SELECT FROM (SELECT source, amount_fen, count(*) AS times FROM known GROUP BY source, amount_fen) k
               LEFT JOIN listed ON listed.amount_fen = k.amount_fen
               WHERE k.times > coalesce(listed.times, 0)) AS is_unlisted,
       EXISTS (SELECT FROM statement, balance
               WHERE balance.answered_at > statement.answered_at AND balance.balance_fen <> statement.closing_fen) AS is_balance_other
FROM asking
LEFT JOIN LATERAL (
    SELECT filing_number, filing_organisation, document_digest, approved_by, approval_level FROM freeze_order
    WHERE freeze_order.institution_code = :institution_code AND freeze_order.account_number = :account_number
      AND freeze_order.case_id = asking.case_id AND freeze_order.state IN ('IN_EFFECT', 'PARTIAL') OFFSET 0) f ON true
