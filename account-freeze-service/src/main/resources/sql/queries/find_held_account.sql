-- What holds an account, and which statements of it are known; none when nothing of ours holds it, or no case is left to ask for: a case
-- that is withdrawn or closed asks nothing.
-- asked_since is the earliest moment since which the whole statement is known. is_unlisted: money is known to have come, by the victims or
-- by the accounts that paid it, that no booking into the account answers for. Sums are compared, not moments: institutions differ.
-- first_booking_at is when the account was first booked on, as far as is known: without what was there before it nothing adds up.
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
    SELECT first_id, page, since, state, answered_at,
           answered_at IS NOT NULL AND answer_has_part AND answer_complete AND answer_lacking = '' AS is_whole
    FROM account_query
    WHERE institution_code = :institution_code AND account_number = :account_number AND kind = 'TRANSACTIONS'),
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
               WHERE k.times > coalesce(listed.times, 0)) AS is_unlisted
FROM asking
LEFT JOIN LATERAL (
    SELECT filing_number, filing_organisation, document_digest, approved_by, approval_level FROM freeze_order
    WHERE freeze_order.institution_code = :institution_code AND freeze_order.account_number = :account_number
      AND freeze_order.case_id = asking.case_id AND freeze_order.state IN ('IN_EFFECT', 'PARTIAL') OFFSET 0) f ON true
