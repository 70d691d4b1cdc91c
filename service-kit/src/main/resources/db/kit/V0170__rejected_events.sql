-- How many events the next service can never take is read every few seconds, however many wait.
CREATE INDEX outbox_rejected ON outbox (event_id) WHERE rejected IS NOT NULL;
