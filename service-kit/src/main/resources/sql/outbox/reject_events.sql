-- Keeps events that can never be taken for a person to look at.
UPDATE outbox SET rejected = r.reason
FROM :rejections AS r
WHERE outbox.event_id = r.event_id
