-- Why a person decides before an account is stopped, as screening.reason; null: it is stopped. Needs o (case_id, institution_code,
-- account_number, level, tainted_fen); what is reported now and not stored yet counts by tainted_fen at level 1.
-- OTHER_VICTIM: another case, screening.other_case_id, names the account as a payer and claims nothing on it, and all that it
-- received is no more than what bookings confirm that it paid in that case.
-- LIKELY_VICTIM: only tracing reaches it; it is on the dissuasion list, or the case names it as a payer of another name; and what
-- it received from traced accounts is no more than what bookings confirm that it paid before.
-- The sums are read only for accounts that a case or the list names.
-- Tables of other features: claim, outflow and inflow (books), reported_transfer (orders), dissuasion (dissuasion).
LEFT JOIN LATERAL (
    SELECT CASE WHEN other.case_id IS NOT NULL THEN 'OTHER_VICTIM' WHEN likely.found THEN 'LIKELY_VICTIM' END AS reason,
           other.case_id AS other_case_id
    FROM (SELECT) once
    LEFT JOIN LATERAL (
        SELECT n.case_id FROM named_payer n
        WHERE n.account_number = o.account_number AND n.institution_code = o.institution_code AND n.case_id <> o.case_id
          AND NOT EXISTS (SELECT FROM claim c WHERE c.case_id = n.case_id AND c.institution_code = n.institution_code
                          AND c.account_number = n.account_number AND c.reported_fen + c.received_fen > 0)
          AND CASE WHEN o.level = 1 THEN o.tainted_fen ELSE 0 END
              + (SELECT coalesce(sum(amount_fen), 0) FROM outflow
                 WHERE outflow.payee_institution_code = n.institution_code AND outflow.payee_number = n.account_number
                   AND replaced_by IS NULL)
              + (SELECT coalesce(sum(t.amount_fen), 0) FROM reported_transfer t
                 WHERE t.institution_code = n.institution_code AND t.account_number = n.account_number
                   AND NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = t.transfer_id))
              <= (SELECT coalesce(sum(i.amount_fen), 0) FROM inflow i JOIN claim c
                      ON c.institution_code = i.institution_code AND c.account_number = i.account_number
                  WHERE i.payer_institution_code = n.institution_code AND i.payer_number = n.account_number
                    AND c.case_id = n.case_id)
        LIMIT 1) other ON true
    LEFT JOIN LATERAL (
        SELECT true AS found
        WHERE o.level > 1
          AND (EXISTS (SELECT FROM dissuasion d
                       WHERE d.payer_number = o.account_number AND d.payer_institution_code = o.institution_code
                         AND d.outcome IS DISTINCT FROM 'NOT_A_VICTIM')
               OR EXISTS (SELECT FROM named_payer n
                          WHERE n.case_id = o.case_id AND n.account_number = o.account_number
                            AND n.institution_code = o.institution_code))
          AND (SELECT coalesce(sum(amount_fen), 0) FROM outflow
               WHERE outflow.payee_institution_code = o.institution_code AND outflow.payee_number = o.account_number
                 AND replaced_by IS NULL)
              <= (SELECT coalesce(sum(i.amount_fen), 0) FROM inflow i
                  WHERE i.payer_institution_code = o.institution_code AND i.payer_number = o.account_number
                    AND i.booked_at < (SELECT min(booked_at) FROM outflow
                                       WHERE outflow.payee_institution_code = o.institution_code
                                         AND outflow.payee_number = o.account_number))) likely ON true) screening ON true
