-- A page of all entries, newest first.
-- include: sql/dissuasion/include/entries.sql
WHERE dissuasion_id < :before_id
ORDER BY dissuasion_id DESC LIMIT :max_entries
