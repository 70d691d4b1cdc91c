-- Makes an order due to be released once more, if the case of a claim on its account is withdrawn: the reason is that of the newest
-- withdrawal. Whether another claim is active is decided when it is due. Waits for withdrawals that are about to commit. A claim that an
-- officer ended had a stop in effect, which was ordered to be lifted then.
-- Tables of other features: stop_order (orders), claim (books).
WITH ended AS (
    SELECT claim.ended_at, claim.end_details
    FROM stop_order JOIN claim ON claim.institution_code = stop_order.institution_code
         AND claim.account_number = stop_order.account_number
    WHERE stop_order.application_id = :application_id
    FOR SHARE OF claim)
INSERT INTO stop_release (application_id, reason, reference, requested_at, due_at)
SELECT :application_id, end_details ->> 'reason', end_details ->> 'reference', :now, :now
FROM ended WHERE ended_at IS NOT NULL AND end_details ->> 'cause' = 'WITHDRAWN'
ORDER BY ended_at DESC LIMIT 1
ON CONFLICT (application_id) DO UPDATE SET due_at = excluded.due_at, revision = stop_release.revision + 1
