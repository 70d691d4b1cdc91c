-- What should be done about holds soon, first what ends first. An order in effect is due at the end of its term or before: its index by
-- due time finds the stops that end.
-- Tables of other features: stop_order (orders), claim (books).
WITH ending AS (
    SELECT application_id FROM stop_order
    WHERE state = 'IN_EFFECT' AND due_at < :stops_end_before AND expires_at < :stops_end_before),
held AS (
    SELECT s.*, true AS ends FROM stop_order s JOIN ending USING (application_id)
    UNION ALL
    SELECT s.*, false AS ends FROM stop_order s
    WHERE s.live AND s.state = 'IN_EFFECT' AND s.application_id NOT IN (SELECT application_id FROM ending)),
claimed AS (
    SELECT h.application_id, h.institution_code, h.account_number, h.account_name, h.account_kind, h.expires_at, h.balance_fen,
           h.ends, c.*
    FROM held h CROSS JOIN LATERAL (
        SELECT case_id, reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen AS amount_fen
        FROM claim WHERE claim.institution_code = h.institution_code AND claim.account_number = h.account_number
          AND claim.ended_at IS NULL OFFSET 0) c),
renewable AS (
    SELECT * FROM freeze_order
    WHERE state IN ('IN_EFFECT', 'PARTIAL', 'WAITING') AND expires_at < :freezes_end_before)
-- include: sql/holds/include/proposals.sql
