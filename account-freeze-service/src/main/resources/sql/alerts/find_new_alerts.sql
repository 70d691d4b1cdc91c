-- Alerts that are due and have not been raised.
-- An order raises one each time that it becomes MANUAL; one that fails again after it was routed raises another, and so does
-- each new finding. An extension is of no use once its stop has ended, so its alert comes before that.
-- Costs reads of what fails or waits for a person now, and of findings that no alert was raised for (raise_alerts.sql).
-- Tables of other features: stop_order and finding (orders), follow_up (amendments).
SELECT found.* FROM (
    SELECT 'ORDER_FAILING' AS kind, case_id, application_id, 1 + manual.entries AS occurrence,
           state || ' after ' || attempts || ' attempts and ' || inquiries || ' inquiries' AS detail
    FROM stop_order JOIN :failing AS failing USING (rule_set)
         CROSS JOIN LATERAL (
             -- include: sql/alerts/include/manual_entries.sql
         ) manual
    WHERE first_failure_at <= failing.since AND state IN ('QUEUED', 'SENDING', 'ACCEPTED', 'IN_DOUBT')
    UNION ALL
    SELECT 'ORDER_FAILING', case_id, follow_up_id, 1,
           kind || ' ' || follow_up.state || ' of order ' || application_id
    FROM follow_up JOIN stop_order USING (application_id)
         JOIN :failing AS failing USING (rule_set)
    WHERE follow_up.due_at IS NOT NULL
      AND (requested_at <= failing.since
           OR follow_up.kind = 'EXTENSION' AND stop_order.state = 'IN_EFFECT'
              AND coalesce(reported_expires_at, expires_at) <= :now + (:now - failing.since))
    UNION ALL
    SELECT finding.kind, case_id, application_id, finding.occurrence,
           CASE finding.kind WHEN 'FEEDBACK_CONFLICT' THEN state || ' after ' || result_code || ': ' ELSE '' END
           || left(string_agg(content, ', ' ORDER BY content), 500)
    FROM finding JOIN stop_order USING (application_id)
    WHERE NOT finding.alerted
    GROUP BY finding.kind, case_id, application_id, finding.occurrence, state, result_code
    UNION ALL
    SELECT 'ORDER_MANUAL', case_id, application_id, greatest(1, manual.entries), manual_reason
    FROM stop_order CROSS JOIN LATERAL (
             -- include: sql/alerts/include/manual_entries.sql
         ) manual
    WHERE state = 'MANUAL') found
WHERE NOT EXISTS (
    SELECT FROM alert WHERE alert.application_id = found.application_id AND alert.kind = found.kind
                        AND alert.occurrence = found.occurrence AND alert.case_id = found.case_id)
LIMIT :max_alerts
