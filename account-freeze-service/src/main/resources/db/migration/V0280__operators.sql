-- Who asked for a message about a stop: {organisation, badgeNumber}. SYSTEM in both for the suite itself. Messages from before this
-- migration, and those of older replicas beside it, name nobody.
ALTER TABLE follow_up ADD COLUMN operator jsonb NOT NULL
    DEFAULT '{"organisation": "NOT_RECORDED", "badgeNumber": "NOT_RECORDED"}';
ALTER TABLE stop_release ADD COLUMN operator jsonb NOT NULL
    DEFAULT '{"organisation": "NOT_RECORDED", "badgeNumber": "NOT_RECORDED"}';
