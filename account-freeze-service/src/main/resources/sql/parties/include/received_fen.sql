-- What an account received by the bookings and reports of all cases, in fen; null when the sum of a transfer is not known. Needs o
-- (institution_code, account_number), reported_now (transfers that this statement stores), and :match_tolerance in seconds.
-- Each transfer counts once: not when a later one corrects it; not when it is booked, that is, a booking of the same sum and time
-- has its payer or serial; not when another case reported it before, by the rule of DuplicateReports, which flags it only later.
-- Ids of transfers sort by time (UUIDv7). OFFSET 0: reads by key.
-- Tables of other features: outflow (books), reported_transfer (orders).
WITH bookings AS MATERIALIZED (
    SELECT account_number, serial, amount_fen, booked_at FROM outflow
    WHERE outflow.payee_institution_code = o.institution_code AND outflow.payee_number = o.account_number
      AND replaced_by IS NULL),
reports AS MATERIALIZED (
    SELECT t.*, t.transferred_at - make_interval(secs => :match_tolerance) AS earliest_at,
           t.transferred_at + make_interval(secs => :match_tolerance) AS latest_at
    FROM (SELECT transfer_id, case_id, amount_fen, transferred_at, serial, payer_number FROM reported_transfer
          WHERE reported_transfer.institution_code = o.institution_code
            AND reported_transfer.account_number = o.account_number
          UNION ALL
          SELECT transfer_id, case_id, amount_fen, transferred_at, serial, payer_number FROM reported_now
          WHERE reported_now.institution_code = o.institution_code
            AND reported_now.account_number = o.account_number) t
    WHERE NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = t.transfer_id OFFSET 0)
      AND NOT EXISTS (SELECT FROM reported_now newer WHERE newer.corrects = t.transfer_id))
SELECT CASE WHEN bool_and(amount_fen IS NOT NULL) THEN sum(amount_fen) END
FROM (SELECT amount_fen FROM bookings
      UNION ALL
      SELECT amount_fen FROM reports t
      WHERE NOT EXISTS (SELECT FROM bookings b
                        WHERE b.amount_fen = t.amount_fen AND b.booked_at BETWEEN t.earliest_at AND t.latest_at
                          AND (b.account_number = t.payer_number OR b.serial = t.serial AND t.serial <> ''))
        AND NOT EXISTS (SELECT FROM reports earlier
                        WHERE earlier.case_id <> t.case_id AND earlier.transfer_id < t.transfer_id
                          AND earlier.amount_fen = t.amount_fen
                          AND earlier.transferred_at BETWEEN t.earliest_at AND t.latest_at
                          AND (earlier.payer_number = t.payer_number AND t.payer_number <> ''
                               OR earlier.serial = t.serial AND t.serial <> ''))) received
