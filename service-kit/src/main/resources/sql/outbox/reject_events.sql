-- Marks events that can never be accepted; a person must look at them.
UPDATE outbox SET rejected = r.reason
FROM :rejections AS r
WHERE outbox.event_id = r.event_id
