-- A claim ends by itself: its case lifts it, or is withdrawn. From then on nothing is held for it, whatever becomes of the order.
ALTER TABLE claim
    ADD COLUMN ended_at    timestamptz,
    ADD COLUMN end_details jsonb, -- {cause: LIFTED or WITHDRAWN, reason, reference, organisation, badgeNumber}
    ADD COLUMN past_ends   jsonb NOT NULL DEFAULT '[]', -- ends that a new order of the case has cleared, oldest first
    ADD CHECK ((ended_at IS NULL) = (end_details IS NULL)),
    ADD CHECK (end_details IS NULL OR end_details ->> 'cause' IN ('LIFTED', 'WITHDRAWN'));

-- 撤案: cases that are withdrawn. They get no order any more.
CREATE TABLE withdrawn_case (
    case_id      uuid PRIMARY KEY,
    event_id     uuid        NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    reason       text        NOT NULL,
    reference    text        NOT NULL,
    organisation text        NOT NULL,
    badge_number text        NOT NULL
);

CREATE TRIGGER withdrawn_case_append_only BEFORE UPDATE OR DELETE ON withdrawn_case
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Orders on accounts of withdrawn cases: they are released when no claim stands on the account any more. An order that may be at
-- its institution is lifted when it comes into effect.
CREATE TABLE stop_release (
    application_id uuid PRIMARY KEY,
    reason         text        NOT NULL,
    reference      text        NOT NULL,
    requested_at   timestamptz NOT NULL,
    due_at         timestamptz NOT NULL
);

CREATE INDEX stop_release_due ON stop_release (due_at);
