-- What should be done about the holds of a case soon, first what ends first.
-- Tables of other features: stop_order (orders), claim (books).
WITH claimed AS (
    SELECT s.application_id, s.institution_code, s.account_number, s.account_name, s.account_kind, s.expires_at, s.balance_fen,
           s.expires_at < :stops_end_before AS ends, c.case_id,
           c.reported_fen + c.received_fen - c.onward_fen - c.cash_fen - c.merchant_fen - c.restored_fen - c.returned_fen
               AS amount_fen
    FROM claim c CROSS JOIN LATERAL (
        SELECT * FROM stop_order WHERE stop_order.live AND stop_order.institution_code = c.institution_code
                                   AND stop_order.account_number = c.account_number OFFSET 0) s
    WHERE c.case_id = :case_id AND c.ended_at IS NULL AND s.state = 'IN_EFFECT'),
renewable AS (
    SELECT * FROM freeze_order
    WHERE case_id = :case_id AND state IN ('IN_EFFECT', 'PARTIAL', 'WAITING')
      AND (expires_at < :freezes_end_before OR EXISTS (SELECT FROM withdrawn_case WHERE withdrawn_case.case_id = :case_id)))
,
-- include: sql/holds/include/proposals.sql
