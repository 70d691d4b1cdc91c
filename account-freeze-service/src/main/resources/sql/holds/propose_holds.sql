-- What should be done about holds soon, first what ends first. Reads the stops in effect, which are as many as two days bring, by the index
-- of due work: each is due at the end of its term or before.
-- Tables of other features: stop_order (orders), claim (books).
WITH claimed AS (
    SELECT s.application_id, s.institution_code, s.account_number, s.account_name, s.account_kind, s.expires_at, s.balance_fen,
           s.expires_at < :stops_end_before AS ends, c.*
    FROM stop_order s CROSS JOIN LATERAL (
        SELECT case_id, reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen - returned_fen AS amount_fen
        FROM claim WHERE claim.institution_code = s.institution_code AND claim.account_number = s.account_number
          AND claim.ended_at IS NULL OFFSET 0) c
    WHERE s.due_at > :due_after AND s.state = 'IN_EFFECT'),
renewable AS (
    SELECT * FROM freeze_order
    WHERE state IN ('IN_EFFECT', 'PARTIAL', 'WAITING') AND expires_at < :freezes_end_before)
,
-- include: sql/holds/include/proposals.sql
