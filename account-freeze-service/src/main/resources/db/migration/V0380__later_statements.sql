-- What the person who objects adds later.
CREATE TABLE objection_statement (
    request_id      uuid PRIMARY KEY,
    objection_id    uuid        NOT NULL REFERENCES objection,
    statement       text        NOT NULL, -- personal data
    evidence_digest text CHECK (evidence_digest ~ '^[0-9a-f]{64}$'), -- SHA-256
    taken_by        text        NOT NULL, -- a person: organisation and badge number as told, as JSON
    added_at        timestamptz NOT NULL
);

CREATE INDEX objection_statement_objection ON objection_statement (objection_id, added_at);

-- The owner is a person in one column, as others are. The organisation, which lists are filtered by, is no person.
ALTER TABLE objection ADD COLUMN owner text;
UPDATE objection
SET owner = jsonb_build_object('organisation', owner_organisation, 'badgeNumber', owner_badge_number)::text;
ALTER TABLE objection ALTER COLUMN owner SET NOT NULL;
ALTER TABLE objection DROP COLUMN owner_badge_number;
