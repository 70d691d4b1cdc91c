-- Marks an alert as delivered.
UPDATE alert SET delivered_at = :delivered_at, due_at = NULL WHERE alert_id = :alert_id
