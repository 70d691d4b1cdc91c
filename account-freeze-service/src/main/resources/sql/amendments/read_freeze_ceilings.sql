-- Reads what freezes of accounts for cases may rest on, as of one moment: the case's money there, who holds the account, and the stop
-- that is in effect. Answers a row for each place in the lists where the case has a claim. A correction may leave more booked than came in until it is followed: then nothing remains.
-- Each case counts an outflow of the account in full, so that several cases may have less on it together than they would have as one.
-- The rest, the surplus, is for the case that freezes first. It is a lower bound: there is none while money also came by traced bookings, or
-- while a moment or a sum is unknown; equal reports of two cases count once, and each outflow in full.
-- Tables of other features: claim and outflow (books), stop_order and reported_transfer (orders), freeze_order (holds).
SELECT wanted.place, own.institution_code, own.account_number, coalesce(stop.account_name, own.account_name) AS account_name,
       coalesce(stop.account_kind, own.account_kind) AS account_kind,
       greatest(own.reported_fen + own.received_fen - own.onward_fen - own.cash_fen - own.merchant_fen - own.restored_fen
                - own.returned_fen, 0) AS remaining_fen,
       coalesce(shared.surplus_fen, 0) AS surplus_fen, own.revision <> own.traced_revision AS behind, own.ended_at, own.end_details,
       own.freeze_fen, own.freeze_returned_fen, own.freeze_end,
       stop.application_id AS stop_id, stop.case_id AS stop_case_id, stop.expires_at, stop.balance_fen,
       (SELECT count(*)::int FROM claim
        WHERE claim.institution_code = own.institution_code AND claim.account_number = own.account_number
          AND claim.case_id <> own.case_id AND
          -- include: sql/orders/include/active_claim.sql
       ) AS other_claims
FROM unnest(:case_ids::uuid[], :institution_codes::text[], :account_numbers::text[])
    WITH ORDINALITY AS wanted (case_id, institution_code, account_number, place)
CROSS JOIN LATERAL (
    SELECT * FROM claim
    WHERE claim.case_id = wanted.case_id AND claim.institution_code = wanted.institution_code
      AND claim.account_number = wanted.account_number OFFSET 0) own
LEFT JOIN LATERAL (
    SELECT application_id, case_id, account_name, account_kind, expires_at, balance_fen FROM stop_order
    WHERE stop_order.institution_code = own.institution_code AND stop_order.account_number = own.account_number
      AND stop_order.live AND stop_order.state = 'IN_EFFECT' OFFSET 0) stop ON true
LEFT JOIN LATERAL (
    -- include: sql/amendments/include/surplus.sql
    ) shared ON true
