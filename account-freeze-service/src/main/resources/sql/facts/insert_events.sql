-- Writes events, in the transaction that marks what they tell.
INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
SELECT event_id, case_id, type, occurred_at, data, due_at FROM :events AS e
