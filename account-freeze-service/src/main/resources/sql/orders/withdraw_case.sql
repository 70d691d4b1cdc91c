-- Notes that a case is withdrawn, once, and not before all of its submissions have been taken.
-- Tables of other features: case_status (facts).
WITH taken AS (
    SELECT count(*) AS submissions FROM inbox WHERE case_id = :case_id),
noted AS (
    INSERT INTO withdrawn_case (case_id, event_id, withdrawn_at, reason, reference, organisation, badge_number)
    SELECT :case_id, :event_id, :withdrawn_at, :reason, :reference, :organisation, :badge_number
    FROM taken WHERE taken.submissions >= :submissions
    ON CONFLICT (case_id) DO NOTHING
    RETURNING case_id),
unpublished AS (
    INSERT INTO case_status (case_id) SELECT case_id FROM noted
    ON CONFLICT (case_id) DO UPDATE SET unpublished = true)
SELECT CASE WHEN EXISTS (SELECT FROM noted) THEN 'WITHDRAWN'
            WHEN taken.submissions >= :submissions THEN 'KNOWN'
            ELSE 'TOO_EARLY' END AS outcome
FROM taken
