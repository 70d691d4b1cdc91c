-- Why a person decides before an account is stopped, as screening.reason; null: it is stopped. Needs o (case_id, institution_code,
-- account_number, level): an order that is placed or that waits for a person. What its case knows counts, whoever asks. Needs also
-- what received_fen.sql needs. A protective stop (level 0) has the victim's consent and is never screened.
-- OTHER_VICTIM: another case, screening.other_case_id, names the account as a payer and claims nothing on it; bookings confirm that
-- it paid in that case, and all that it received is no more than that.
-- LIKELY_VICTIM: only tracing reaches it; it had paid stopped accounts before the first traced money reached it, by bookings, and
-- what it received from traced accounts is no more than that. Payments are read as soon as they are booked, not from the
-- dissuasion list, which is made later; but whom the 96110 desk found to be no victim is none.
-- The sums are read only for accounts that a case names as a payer or that a booking shows as one. OFFSET 0: reads by key.
-- Tables of other features: claim, outflow and inflow (books), reported_transfer and stop_order (orders), dissuasion (dissuasion).
LEFT JOIN LATERAL (
    SELECT CASE WHEN other.case_id IS NOT NULL THEN 'OTHER_VICTIM' WHEN likely.found THEN 'LIKELY_VICTIM' END AS reason,
           other.case_id AS other_case_id
    FROM (SELECT) once
    LEFT JOIN LATERAL (
        SELECT n.case_id FROM named_payer n
        CROSS JOIN LATERAL (
            SELECT sum(i.amount_fen) AS fen FROM inflow i JOIN claim c
                ON c.institution_code = i.institution_code AND c.account_number = i.account_number
            WHERE i.payer_institution_code = n.institution_code AND i.payer_number = n.account_number
              AND c.case_id = n.case_id) paid
        WHERE o.level > 0
          AND n.account_number = o.account_number AND n.institution_code = o.institution_code AND n.case_id <> o.case_id
          AND NOT EXISTS (SELECT FROM claim c WHERE c.case_id = n.case_id AND c.institution_code = n.institution_code
                          AND c.account_number = n.account_number AND c.reported_fen + c.received_fen > 0 OFFSET 0)
          AND CASE WHEN paid.fen > 0 THEN paid.fen >= (
              -- include: sql/parties/include/received_fen.sql
              ) END
        LIMIT 1) other ON true
    LEFT JOIN LATERAL (
        SELECT true AS found
        FROM (SELECT FROM inflow WHERE inflow.payer_institution_code = o.institution_code
                                   AND inflow.payer_number = o.account_number AND o.level > 1 LIMIT 1) payer
        CROSS JOIN LATERAL (
            SELECT sum(amount_fen) AS fen, min(booked_at) AS first_at FROM outflow
            WHERE outflow.payee_institution_code = o.institution_code AND outflow.payee_number = o.account_number
              AND replaced_by IS NULL) received
        WHERE received.fen <= (
                  SELECT sum(i.amount_fen) FROM inflow i
                  WHERE i.payer_institution_code = o.institution_code AND i.payer_number = o.account_number
                    AND i.booked_at < received.first_at
                    AND EXISTS (SELECT FROM stop_order s
                                WHERE s.institution_code = i.institution_code AND s.account_number = i.account_number
                                  AND s.counted OFFSET 0)
                    AND NOT EXISTS (
                        SELECT FROM dissuasion d
                        WHERE d.institution_code = i.institution_code AND d.account_number = i.account_number
                          AND d.payer_institution_code = i.payer_institution_code AND d.payer_number = i.payer_number
                          AND d.outcome = 'NOT_A_VICTIM' OFFSET 0))
          AND NOT EXISTS ( -- a victim reports it
                  SELECT FROM claim c
                  WHERE c.institution_code = o.institution_code AND c.account_number = o.account_number
                    AND c.level = 1 AND c.ended_at IS NULL
                    AND EXISTS (SELECT FROM reported_transfer t
                                WHERE t.case_id = c.case_id AND t.institution_code = c.institution_code
                                  AND t.account_number = c.account_number
                                  AND (t.amount_fen IS NULL OR c.reported_fen > 0)
                                  AND NOT EXISTS (SELECT FROM reported_transfer newer
                                                  WHERE newer.corrects = t.transfer_id OFFSET 0)
                                OFFSET 0)
                  OFFSET 0)) likely ON true) screening ON true
