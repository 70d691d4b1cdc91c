-- A page of the entries that are closed, newest first.
-- include: sql/dissuasion/include/entries.sql
WHERE closed_at IS NOT NULL AND dissuasion_id < :before_id
ORDER BY dissuasion_id DESC LIMIT :max_entries
