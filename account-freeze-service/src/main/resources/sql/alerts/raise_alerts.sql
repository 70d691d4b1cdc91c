-- Raises alerts, each once, and marks the findings that they tell of: those without a mark are what find_new_alerts reads.
-- The alerts are inserted first, in one order for all replicas: one that raises the same alerts waits there, and no two deadlock.
-- Tables of other features: finding (orders).
WITH marked AS (
    UPDATE finding SET alerted = true
    FROM :alerts AS told (kind, application_id, occurrence)
    WHERE finding.application_id = told.application_id AND finding.kind = told.kind
      AND finding.occurrence = told.occurrence AND NOT finding.alerted)
INSERT INTO alert (alert_id, kind, case_id, application_id, occurrence, raised_at, detail, due_at)
SELECT a.*, :due_at
FROM :alerts AS a
ORDER BY a.application_id, a.kind, a.occurrence, a.case_id
ON CONFLICT (application_id, kind, occurrence, case_id) DO NOTHING
RETURNING alert_id
