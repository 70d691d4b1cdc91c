-- One rule set.
SELECT content::text AS content FROM rule_set WHERE name = :name
