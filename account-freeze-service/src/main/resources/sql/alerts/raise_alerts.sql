-- Raises alerts, each once.
INSERT INTO alert (alert_id, kind, case_id, application_id, occurrence, raised_at, detail, due_at)
SELECT a.*, :due_at
FROM :alerts AS a
ON CONFLICT (application_id, kind, occurrence, case_id) DO NOTHING
RETURNING alert_id
