-- Locks an order and the claim of a case on its account, and reads the order's state and the claim's end. Whoever ends a claim on the
-- account waits here: of two that end at once, the second sees that the first has ended.
-- Tables of other features: stop_order (orders), claim (books).
WITH locked_order AS MATERIALIZED (
    SELECT application_id, state, institution_code, account_number FROM stop_order
    WHERE application_id = :application_id
    FOR UPDATE)
SELECT locked_order.state, claim.ended_at, claim.end_details
FROM locked_order JOIN claim USING (institution_code, account_number)
WHERE claim.case_id = :case_id
FOR UPDATE OF claim
