-- Reads what a freeze of an account for a case may rest on, as of one moment: the case's money there, who holds the account, and the stop
-- that is in effect. A correction may leave more booked than came in until it is followed: then nothing remains.
-- Tables of other features: claim (books), stop_order and reported_transfer (orders).
SELECT own.institution_code, own.account_number, coalesce(stop.account_name, own.account_name) AS account_name,
       coalesce(stop.account_kind, own.account_kind) AS account_kind,
       greatest(own.reported_fen + own.received_fen - own.onward_fen - own.cash_fen - own.merchant_fen - own.restored_fen, 0)
           AS remaining_fen,
       own.revision <> own.traced_revision AS behind, own.ended_at, own.end_details, own.freeze_fen, own.freeze_end,
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
WHERE own.case_id = :case_id AND own.institution_code = :institution_code AND own.account_number = :account_number
