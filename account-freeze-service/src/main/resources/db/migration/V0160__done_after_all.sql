-- What an institution declined it may have done after all. Another message of the kind may have followed by then.
ALTER TABLE follow_up ADD COLUMN was_declined boolean NOT NULL DEFAULT false; -- once, wherever it stands now
UPDATE follow_up SET was_declined = true WHERE state = 'DECLINED';
DROP INDEX follow_up_open;
CREATE UNIQUE INDEX follow_up_open ON follow_up (application_id, kind) WHERE NOT was_declined;
