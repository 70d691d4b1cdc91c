-- Counts the stops and freezes that were ordered in a span of time, by month, kind of fraud and institution.
-- Tables of other features: stop_order and inbox (orders), freeze_order and freeze_amendment (holds), objection (objections), and those of the include.
WITH stops AS (
    SELECT * FROM stop_order WHERE placed_at >= :from_at AND placed_at < :until_at),
freezes AS (
    SELECT * FROM freeze_order WHERE requested_at >= :from_at AND requested_at < :until_at),
-- include: sql/statistics/include/holds.sql
, ordered AS (
    SELECT 'STOP' AS kind, application_id, case_id, institution_code, placed_at AS ordered_at, state, 0::bigint AS returned_fen,
           EXISTS (SELECT FROM objection b WHERE b.case_id = stops.case_id AND b.institution_code = stops.institution_code
                     AND b.account_number = stops.account_number AND b.outcome = 'UPHELD' AND b.decided_at <= stops.ended_at OFFSET 0)
           AS is_wrong
    FROM stops
    UNION ALL
    SELECT 'FREEZE', application_id, case_id, institution_code, requested_at, state, returned_fen,
           EXISTS (SELECT FROM freeze_amendment a WHERE a.freeze_id = freezes.application_id AND a.unrelated AND a.state = 'DONE' OFFSET 0)
           OR EXISTS (SELECT FROM objection b WHERE b.case_id = freezes.case_id AND b.institution_code = freezes.institution_code
                        AND b.account_number = freezes.account_number AND b.outcome = 'UPHELD' AND b.decided_at <= freezes.ended_at OFFSET 0)
    FROM freezes),
grouped AS (
    SELECT o.*, CASE WHEN :by_month THEN to_char(o.ordered_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') ELSE '' END AS month,
           CASE WHEN :by_institution THEN o.institution_code ELSE '' END AS institution,
           coalesce(report.reason, '') AS fraud_type
    FROM ordered o LEFT JOIN LATERAL (
        SELECT reason FROM inbox WHERE :by_fraud_type AND inbox.case_id = o.case_id AND reason NOT IN ('', 'UNSPECIFIED')
        ORDER BY received_at LIMIT 1) report ON true)
SELECT g.month, g.fraud_type, g.institution, g.kind, count(*) AS ordered,
       count(h.application_id) AS took_effect,
       count(*) FILTER (WHERE h.in_effect) AS in_effect,
       count(*) FILTER (WHERE g.state = 'FROZEN') AS frozen,
       count(*) FILTER (WHERE g.state IN ('LAPSED', 'AUTO_LIFTED')) AS lapsed,
       count(*) FILTER (WHERE g.state = 'LIFTED') AS lifted,
       count(*) FILTER (WHERE g.state = 'LIFTED' AND g.is_wrong) AS lifted_as_wrong,
       count(*) FILTER (WHERE g.state = 'DECLINED') AS declined,
       count(*) FILTER (WHERE g.state = 'RETURNED') AS returned,
       coalesce(sum(g.returned_fen), 0)::bigint AS returned_fen,
       coalesce(sum(h.held_fen), 0)::bigint AS held_fen,
       coalesce(sum(h.overheld_fen), 0)::bigint AS overheld_fen,
       least(coalesce(sum(h.overheld_fen_hours), 0), 9223372036854775807)::bigint AS overheld_fen_hours,
       coalesce(sum(extract(epoch FROM :now - h.began_at)) FILTER (WHERE h.in_effect), 0)::bigint AS age_seconds,
       min(h.began_at) FILTER (WHERE h.in_effect) AS oldest_began_at
FROM grouped g LEFT JOIN holds h USING (kind, application_id)
GROUP BY g.month, g.fraud_type, g.institution, g.kind
ORDER BY g.month, g.fraud_type, g.institution, g.kind
