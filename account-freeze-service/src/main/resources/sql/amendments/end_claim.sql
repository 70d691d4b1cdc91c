-- Ends a case's claim on the account of an order. An order of the case that waits there does not go out any more.
-- Tables of other features: stop_order and waiting_order (orders), claim (books).
WITH account AS (
    SELECT institution_code, account_number FROM stop_order WHERE application_id = :application_id),
not_sent AS (
    DELETE FROM waiting_order w USING account
    WHERE w.case_id = :case_id AND w.institution_code = account.institution_code
      AND w.account_number = account.account_number)
UPDATE claim SET ended_at = :ended_at, end_details = :end_details::jsonb, revision = claim.revision + 1, due_at = :ended_at
FROM account
WHERE claim.case_id = :case_id AND claim.institution_code = account.institution_code
  AND claim.account_number = account.account_number AND claim.ended_at IS NULL
