-- One entry.
-- include: sql/dissuasion/include/entries.sql
WHERE dissuasion_id = :dissuasion_id
