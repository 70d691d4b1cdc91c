-- The next service accepts events again: those that wait for it are due now. Deferred events keep their time.
UPDATE outbox SET due_at = :now WHERE due_at > :now AND attempts = 0 AND rejected IS NULL
