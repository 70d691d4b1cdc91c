-- Makes a step of a case's trace void that was planned before: it may claim accounts and order stops that nobody wants any more.
-- Tables of other features: trace (tracing).
INSERT INTO trace (case_id, version, nodes) VALUES (:case_id, 1, 0)
ON CONFLICT (case_id) DO UPDATE SET version = trace.version + 1
