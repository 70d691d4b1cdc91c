-- Figures of recovery of the cases whose calls came in a span of time, by group; the row whose series is 0 is the total.
-- A series is what the cases of a group have in common, as a number. Each entry is read once and added up by series, institution, level and
-- pair of positions; what follows has few rows. When accounts are grouped they are added up by case as well, first: a case may have money in
-- several groups, and is counted in each.
-- An account that is held counts with the case whose hold on it is the oldest, wherever that case is.
-- Reads only: no lock that a writer would feel.
-- Tables of other features: recovery_case, hold and reported_transfer (facts), ledger_entry (ledger), attributed_account (attribution),
-- refund_payment (payments).
WITH called AS MATERIALIZED (
    SELECT keyed.*, dense_rank() OVER (ORDER BY fraud_type, month, station, age) AS series
    FROM (SELECT c.case_id, c.received_at,
                 CASE WHEN :by_fraud_type THEN c.fraud_type ELSE '' END AS fraud_type,
                 CASE WHEN :by_month THEN to_char(c.received_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') ELSE '' END AS month,
                 CASE WHEN :by_station THEN c.organisation ELSE '' END AS station,
                 CASE WHEN NOT :by_age THEN 0
                      WHEN c.received_at > :one_month_ago THEN 1
                      WHEN c.received_at > :three_months_ago THEN 2
                      WHEN c.received_at > :six_months_ago THEN 3
                      WHEN c.received_at > :twelve_months_ago THEN 4
                      ELSE 5 END AS age
          FROM recovery_case c WHERE c.received_at >= :from_at AND c.received_at < :until_at) keyed),
moved_by_case AS MATERIALIZED (
    SELECT c.series, CASE WHEN :by_institution THEN e.institution_code ELSE '' END AS institution_code, coalesce(a.level, 0) AS level,
           e.debited, e.credited, CASE WHEN :by_institution OR :by_level THEN c.case_id END AS case_id, sum(e.amount_fen) AS amount_fen
    FROM called c
    JOIN ledger_entry e ON e.case_id = c.case_id
    LEFT JOIN attributed_account a ON :by_level AND a.institution_code = e.institution_code AND a.account_number = e.account_number
    GROUP BY 1, 2, 3, 4, 5, 6),
moved AS MATERIALIZED (
    SELECT series, institution_code, level, debited, credited, sum(amount_fen) AS amount_fen
    FROM moved_by_case GROUP BY 1, 2, 3, 4, 5),
payments AS (
    SELECT c.series, CASE WHEN :by_institution THEN p.institution_code ELSE '' END AS institution_code, coalesce(a.level, 0) AS level,
           (p.last_paid_at AT TIME ZONE 'Asia/Shanghai')::date - (v.received_at AT TIME ZONE 'Asia/Shanghai')::date AS days
    FROM refund_payment p
    JOIN called c ON c.case_id = p.freeze_case_id
    JOIN recovery_case v ON v.case_id = p.case_id AND v.received_at IS NOT NULL
    LEFT JOIN attributed_account a ON :by_level AND a.institution_code = p.institution_code AND a.account_number = p.account_number
    WHERE p.paid_fen > p.returned_fen AND p.last_paid_at IS NOT NULL),
delays AS (
    SELECT series, institution_code, level, count(*) AS payments,
           percentile_disc(0.5) WITHIN GROUP (ORDER BY days) AS days_p50,
           percentile_disc(0.95) WITHIN GROUP (ORDER BY days) AS days_p95
    FROM (SELECT * FROM payments UNION ALL SELECT 0, '', 0, days FROM payments) p GROUP BY series, institution_code, level),
held AS (
    SELECT institution_code, account_number, (array_agg(case_id ORDER BY began_at, hold_id))[1] AS case_id,
           greatest(coalesce(max(held_fen) FILTER (WHERE measure = 'STOP'), 0),
                    coalesce(sum(held_fen) FILTER (WHERE measure = 'FREEZE'), 0)) AS held_fen
    FROM hold
    WHERE is_in_effect
      AND (institution_code, account_number) IN (
          SELECT h.institution_code, h.account_number FROM hold h JOIN called USING (case_id) WHERE h.is_in_effect)
    GROUP BY institution_code, account_number),
unowned AS MATERIALIZED (
    SELECT c.series, CASE WHEN :by_institution THEN h.institution_code ELSE '' END AS institution_code,
           CASE WHEN :by_level THEN coalesce(a.level, 0) ELSE 0 END AS level,
           sum(greatest(h.held_fen - coalesce(a.total_fen - coalesce((a.shares ->> 'HOLDER')::bigint, 0)
                                              - coalesce((a.shares ->> 'UNKNOWN')::bigint, 0), 0), 0)) AS unowned_fen,
           sum(h.held_fen) FILTER (WHERE a.computed_at IS NULL) AS unattributed_fen
    FROM held h
    JOIN called c USING (case_id)
    LEFT JOIN attributed_account a ON a.institution_code = h.institution_code AND a.account_number = h.account_number
    WHERE NOT EXISTS (SELECT FROM reported_transfer t -- a protective stop: the account is the victim's own
                      WHERE t.case_id = h.case_id AND t.is_loss
                        AND t.payer_institution_code = h.institution_code AND t.payer_number = h.account_number)
    GROUP BY 1, 2, 3),
counted AS (
    SELECT series, institution_code, level, sum(cases)::bigint AS cases
    FROM (SELECT 0 AS series, '' AS institution_code, 0 AS level, count(*) AS cases FROM called
          UNION ALL
          SELECT series, '', 0, count(*) FROM called WHERE NOT :by_institution AND NOT :by_level GROUP BY series
          UNION ALL
          SELECT series, institution_code, level, count(*)
          FROM (SELECT DISTINCT series, institution_code, level, case_id FROM moved_by_case WHERE :by_institution OR :by_level) k
          GROUP BY series, institution_code, level
          UNION ALL -- cases without entries
          SELECT series, '', 0, sum(cases)
          FROM (SELECT series, count(*) AS cases FROM called GROUP BY series
                UNION ALL
                SELECT series, -count(*) FROM (SELECT DISTINCT series, case_id FROM moved_by_case) k GROUP BY series) k
          WHERE :by_institution OR :by_level
          GROUP BY series HAVING sum(cases) > 0
          UNION ALL SELECT series, institution_code, level, 0 FROM unowned -- groups with holds or payments and without entries
          UNION ALL SELECT series, institution_code, level, 0 FROM payments) k
    GROUP BY series, institution_code, level),
positions AS (
    SELECT e.series, e.institution_code, e.level,
-- include: sql/ledger/include/position_sums.sql
         , coalesce(sum(CASE WHEN e.credited = 'FROZEN' AND e.debited IN ('LAPSED', 'LIFTED') THEN e.amount_fen
                             WHEN e.debited = 'FROZEN' AND e.credited IN ('LAPSED', 'LIFTED') THEN -e.amount_fen END), 0)::bigint
           AS released_from_freezes_fen
    FROM (SELECT * FROM moved
          UNION ALL SELECT 0, '', 0, debited, credited, amount_fen FROM moved
          UNION ALL SELECT series, institution_code, level, NULL, NULL, NULL FROM counted) e -- groups that no money moved in
    GROUP BY e.series, e.institution_code, e.level),
unowned_in_all AS (
    SELECT * FROM unowned UNION ALL SELECT 0, '', 0, sum(unowned_fen), sum(unattributed_fen) FROM unowned)
SELECT series = 0 AS is_total, coalesce(c.fraud_type, '') AS fraud_type, coalesce(c.month, '') AS month, coalesce(c.station, '') AS station,
       coalesce(c.age, 0) AS age, institution_code, level, counted.cases,
       p.reported_fen, p.held_fen, p.lapsed_fen, p.lifted_fen, p.unknown_fen, p.onward_fen, p.cash_fen, p.merchant_fen, p.restored_fen,
       p.frozen_fen, p.returned_fen, p.released_from_freezes_fen, coalesce(d.payments, 0) AS payments, d.days_p50, d.days_p95,
       coalesce(u.unowned_fen, 0)::bigint AS unowned_fen, coalesce(u.unattributed_fen, 0)::bigint AS unattributed_fen,
       (SELECT count(*) FROM recovery_case WHERE received_at IS NULL) AS cases_without_report
FROM counted
JOIN positions p USING (series, institution_code, level)
LEFT JOIN delays d USING (series, institution_code, level)
LEFT JOIN unowned_in_all u USING (series, institution_code, level)
LEFT JOIN (SELECT DISTINCT series, fraud_type, month, station, age FROM called) c USING (series)
ORDER BY series <> 0, p.reported_fen DESC, series, institution_code, level
LIMIT :max_rows
