-- Inserts orders. Needs gate (gate_id) before it: an order is placed if gate has its gate_id; and reported_now, the transfers that
-- the same statement stores. Makes placed (application_id, state, urgent) and waiting (application_id, institution_code,
-- account_number, urgent).
-- Decides what only the database knows: whether an account has a live stop of ours (then the order waits), whether it has
-- had all its stops (then the order is declined here, before it is sent), and whether it is a known mule (then all orders
-- of its gate are urgent, and all later ones of its case). An account that seems to be a victim's waits for a person; the cases
-- involved are a finding.
-- Tables of other features: claim, outflow and inflow (books), repeated_account (mules), dissuasion (dissuasion), named_payer
-- (parties).
requested AS (
    SELECT o.*, coalesce(earlier.stops >= :max_stops AND NOT earlier.live, false) AS refused,
           earlier.orders > 0 AS repeated, earlier.live_application_id,
           screening.reason AS victim, screening.other_case_id,
           bool_or(earlier.mule_stops >= :mule_stops OR reached.cases >= :mule_cases)
               OVER (PARTITION BY o.gate_id)
           OR (SELECT true FROM stop_order u WHERE u.case_id = o.case_id AND u.urgent LIMIT 1) IS NOT NULL
           OR (SELECT true FROM waiting_order u WHERE u.case_id = o.case_id AND u.urgent LIMIT 1) IS NOT NULL
           AS urgent
    FROM gate JOIN :orders AS o USING (gate_id)
    LEFT JOIN LATERAL (
        SELECT coalesce(bool_or(s.live), false) AS live, count(*) AS orders,
               (array_agg(s.application_id) FILTER (WHERE s.live))[1] AS live_application_id,
               count(*) FILTER (WHERE s.counted AND s.level > 0) AS mule_stops,
               -- include: sql/orders/include/stop_count.sql
        FROM stop_order s
        WHERE s.institution_code = o.institution_code AND s.account_number = o.account_number) earlier
    ON true
    LEFT JOIN LATERAL (
        SELECT count(*) AS cases FROM (
            SELECT FROM claim c
            WHERE c.institution_code = o.institution_code AND c.account_number = o.account_number
              AND c.case_id <> o.case_id AND c.level > 0 AND c.not_followed = 'NONE'
              AND c.reported_fen + c.received_fen > 0
            LIMIT :mule_cases) others) reached
    ON true
    -- include: sql/parties/include/victim_screening.sql
),
placed AS (
    INSERT INTO stop_order (
        application_id, case_id, institution_code, account_number, account_name, account_kind, level,
        tainted_fen, original_application_id, placed_at, instruction, state, live, counted, attempts,
        inquiries, unsent, result_code, reference, flags, mismatched, candidates, manual_reason, ended_at,
        due_at, timeline, version, rule_set, urgent)
    SELECT application_id, case_id, institution_code, account_number, account_name, account_kind, level,
           tainted_fen, original_application_id, placed_at, instruction,
           CASE WHEN refused THEN 'DECLINED' WHEN victim IS NOT NULL THEN 'MANUAL' ELSE state END, NOT refused, false,
           CASE WHEN refused OR victim IS NOT NULL THEN 0 ELSE attempts END, 0, 0,
           CASE WHEN refused THEN :stop_count_exceeded ELSE '' END, '', '{}', '{}',
           CASE WHEN refused THEN '{}' WHEN victim IS NOT NULL THEN ARRAY[institution_code] ELSE candidates::text[] END,
           CASE WHEN refused THEN '' ELSE coalesce(victim, manual_reason) END,
           CASE WHEN refused THEN placed_at END, CASE WHEN refused OR victim IS NOT NULL THEN NULL ELSE due_at END,
           CASE WHEN refused THEN refusal::jsonb
                WHEN victim IS NOT NULL
                    THEN jsonb_set(jsonb_set(timeline::jsonb, '{0,state}', '"MANUAL"'),
                                   '{0,cause}', to_jsonb('NEEDS_PERSON ' || victim))
                ELSE timeline::jsonb END, 0, :rule_set, urgent
    FROM requested
    ORDER BY institution_code, account_number
    ON CONFLICT (institution_code, account_number) WHERE live DO NOTHING
    RETURNING application_id, state, urgent),
declined_findings AS ( -- as change_orders.sql finds what an institution declines
    INSERT INTO finding (application_id, kind, content, occurrence)
    SELECT application_id, 'ORDER_DECLINED', :stop_count_exceeded, 1 FROM placed WHERE state = 'DECLINED'),
waiting AS (
    INSERT INTO waiting_order (
        application_id, case_id, institution_code, account_number, account_name, account_kind, level,
        tainted_fen, original_application_id, placed_at, instruction, rule_set, urgent)
    SELECT w.application_id, w.case_id, w.institution_code, w.account_number, w.account_name,
           w.account_kind, w.level, w.tainted_fen, w.original_application_id, w.placed_at, w.instruction,
           :rule_set, w.urgent
    FROM requested w WHERE w.application_id NOT IN (SELECT application_id FROM placed)
    RETURNING application_id, institution_code, account_number, placed_at, urgent),
repeated_accounts AS (
    INSERT INTO repeated_account (institution_code, account_number, since)
    SELECT institution_code, account_number, min(placed_at) FROM (
        SELECT institution_code, account_number, placed_at FROM requested WHERE repeated
        UNION ALL SELECT institution_code, account_number, placed_at FROM waiting) named
    GROUP BY institution_code, account_number
    ORDER BY institution_code, account_number
    ON CONFLICT (institution_code, account_number) DO NOTHING),
victim_findings AS (
    INSERT INTO finding (application_id, kind, content, occurrence)
    SELECT w.found_on, 'VICTIM_ACCOUNT', w.content,
           1 + coalesce((SELECT max(f.occurrence) FROM finding f
                         WHERE f.application_id = w.found_on AND f.kind = 'VICTIM_ACCOUNT'), 0)
    FROM (SELECT DISTINCT coalesce(live_application_id, application_id) AS found_on,
                 victim || coalesce(' of case ' || other_case_id, '') || ', paid in case ' || case_id AS content
          FROM requested WHERE victim IS NOT NULL AND NOT refused) w
    ON CONFLICT DO NOTHING)
