-- An account as a case knows it, in one row; none when the case does not know it: it is named by no transfer of the case, none of the case's
-- money went there, and it paid nothing into an account of the case.
-- money_since is when the case's money came there or left it, as booked; or ten minutes before a victim says that it was transferred.
-- account_money_since is when money of any case came there, likewise; none when nobody told it of some of that money. A transfer that was
-- corrected does not count.
-- OFFSET 0: reads by key.
-- Tables of other features: claim, outflow and inflow (books), stop_order, reported_transfer, inbox and withdrawn_case (orders), and
-- traced_transfer (tracing).
WITH named AS MATERIALIZED (
    SELECT 1 AS rank, account_name AS name, account_kind AS kind, NULL::timestamptz AS money_at
    FROM claim
    WHERE case_id = :case_id AND account_number = :account_number AND institution_code IN ('', :institution_code)
    UNION ALL
    SELECT 2, account_name, account_kind, transferred_at - interval '10 minutes'
    FROM reported_transfer
    WHERE case_id = :case_id AND account_number = :account_number AND institution_code IN ('', :institution_code)
    UNION ALL
    SELECT 3, payer_name, 'UNSPECIFIED', transferred_at - interval '10 minutes'
    FROM reported_transfer
    WHERE case_id = :case_id AND payer_number = :account_number AND payer_institution_code IN ('', :institution_code)
    UNION ALL
    SELECT 4, i.payer_name, i.payer_kind, i.booked_at
    FROM (SELECT * FROM inflow
          WHERE payer_number = :account_number AND payer_institution_code = :institution_code OFFSET 0) i
    WHERE EXISTS (SELECT FROM claim c
                  WHERE c.case_id = :case_id AND c.institution_code = i.institution_code
                    AND c.account_number = i.account_number OFFSET 0)
    UNION ALL
    SELECT 5, o.payee_name, o.payee_kind, o.booked_at
    FROM (SELECT * FROM outflow
          WHERE payee_institution_code = :institution_code AND payee_number = :account_number OFFSET 0) o
    WHERE EXISTS (SELECT FROM traced_transfer t
                  WHERE t.case_id = :case_id AND t.institution_code = o.institution_code
                    AND t.account_number = o.account_number AND t.serial = o.serial AND t.ordinal = o.ordinal OFFSET 0)),
of_all_cases AS MATERIALIZED (
    SELECT r.transferred_at - interval '10 minutes' AS money_at
    FROM (SELECT * FROM reported_transfer
          WHERE account_number = :account_number AND institution_code IN ('', :institution_code) OFFSET 0) r
    WHERE NOT EXISTS (SELECT FROM reported_transfer correction WHERE correction.corrects = r.transfer_id OFFSET 0)
    UNION ALL
    SELECT o.booked_at
    FROM (SELECT * FROM outflow
          WHERE payee_institution_code = :institution_code AND payee_number = :account_number OFFSET 0) o
    WHERE EXISTS (SELECT FROM (SELECT case_id FROM claim
                               WHERE institution_code = :institution_code AND account_number = :account_number OFFSET 0) c
                  WHERE EXISTS (SELECT FROM traced_transfer t
                                WHERE t.case_id = c.case_id AND t.institution_code = o.institution_code
                                  AND t.account_number = o.account_number AND t.serial = o.serial
                                  AND t.ordinal = o.ordinal OFFSET 0)))
SELECT coalesce(stop.account_name, n.name) AS account_name, coalesce(stop.account_kind, n.kind) AS account_kind,
       (SELECT min(money_at) FROM named) AS money_since,
       (SELECT min(money_at) FROM of_all_cases HAVING bool_and(money_at IS NOT NULL)) AS account_money_since,
       origin.reason, origin.organisation, origin.received_at,
       EXISTS (SELECT FROM withdrawn_case WHERE withdrawn_case.case_id = :case_id) AS withdrawn
FROM (SELECT name, kind FROM named ORDER BY name = '', rank LIMIT 1) n
CROSS JOIN LATERAL (
    SELECT reason, organisation, received_at FROM inbox WHERE inbox.case_id = :case_id
    ORDER BY received_at, event_id LIMIT 1) origin
LEFT JOIN LATERAL ( -- it confirmed the name of its order
    SELECT account_name, account_kind FROM stop_order
    WHERE stop_order.institution_code = :institution_code AND stop_order.account_number = :account_number AND counted
    ORDER BY placed_at DESC LIMIT 1) stop ON true
