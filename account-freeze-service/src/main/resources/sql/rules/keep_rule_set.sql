-- Stores a rule set, and returns whether the one stored under its name is the same.
WITH kept AS (
    INSERT INTO rule_set (name, content, kept_at) VALUES (:name, :content::jsonb, :kept_at)
    ON CONFLICT (name) DO NOTHING RETURNING name)
SELECT EXISTS (SELECT FROM kept)
       OR EXISTS (SELECT FROM rule_set WHERE name = :name AND content = :content::jsonb) AS same
