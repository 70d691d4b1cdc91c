-- 撤案: a case is withdrawn once, and takes no supplement afterwards. Its submissions are counted, so that whoever hears of the
-- withdrawal knows how many came before it; a supplement that comes after it violates the check.
ALTER TABLE fraud_case ADD COLUMN submissions integer;
UPDATE fraud_case SET submissions = counted.submissions
FROM (SELECT case_id, count(*) AS submissions FROM submission GROUP BY case_id) counted
WHERE fraud_case.case_id = counted.case_id;
ALTER TABLE fraud_case
    ALTER COLUMN submissions SET NOT NULL,
    ADD COLUMN withdrawn_after integer, -- submissions before the withdrawal; null while it is not withdrawn
    ADD CONSTRAINT fraud_case_withdrawn CHECK (withdrawn_after IS NULL OR status = 'CLOSED' AND submissions = withdrawn_after);

CREATE TABLE withdrawal (
    request_id   uuid PRIMARY KEY,
    case_id      uuid        NOT NULL UNIQUE,
    digest       bytea       NOT NULL CHECK (length(digest) = 32), -- SHA-256 of the request
    withdrawn_at timestamptz NOT NULL,
    reason       text        NOT NULL,
    reference    text        NOT NULL,
    organisation text        NOT NULL, -- of the officer, as the badge number; empty when nobody was named
    badge_number text        NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER withdrawal_append_only BEFORE UPDATE OR DELETE ON withdrawal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
