-- Writes one event in a transaction of several statements.
INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
VALUES (:event_id, :case_id, :type, :occurred_at, :data, :due_at)
