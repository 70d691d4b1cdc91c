-- Places an order of a case on an account that was stopped before, unless it has a live order or has had all its stops. The case's
-- claim must be locked. It is active again if it had ended; the case's orders that wait for the account are deleted.
-- Tables of other features: stop_order, waiting_order and withdrawn_case (orders), claim (books), repeated_account (mules).
WITH account AS (
    SELECT bool_or(live) AS live,
           (SELECT true FROM withdrawn_case WHERE withdrawn_case.case_id = :case_id) IS NOT NULL AS withdrawn,
           -- include: sql/orders/include/stop_count.sql
    FROM stop_order WHERE institution_code = :institution_code AND account_number = :account_number),
placed AS (
    INSERT INTO stop_order (
        application_id, case_id, institution_code, account_number, account_name, account_kind, level,
        tainted_fen, original_application_id, placed_at, instruction, state, live, counted, attempts,
        inquiries, unsent, result_code, reference, flags, mismatched, candidates, manual_reason, due_at,
        timeline, version, rule_set, urgent)
    SELECT :application_id, claim.case_id, claim.institution_code, claim.account_number, :account_name, :account_kind,
           claim.level, claim.reported_fen + claim.received_fen, :ended_application_id, :placed_at, :instruction,
           'QUEUED', true, false, 0, 0, 0, '', :reference, '{}', '{}', '{}', '', :placed_at, :timeline::jsonb, 0, :rule_set,
           :urgent
    FROM account, claim
    WHERE claim.case_id = :case_id AND claim.institution_code = :institution_code
      AND claim.account_number = :account_number
      AND NOT account.live AND NOT account.withdrawn AND account.stops < :max_stops
    ON CONFLICT (institution_code, account_number) WHERE live DO NOTHING
    RETURNING application_id),
reactivated AS (
    UPDATE claim SET past_ends = claim.past_ends || (claim.end_details || jsonb_build_object('at', claim.ended_at)),
                     ended_at = NULL, end_details = NULL, revision = claim.revision + 1, due_at = :placed_at
    FROM placed
    WHERE claim.case_id = :case_id AND claim.institution_code = :institution_code
      AND claim.account_number = :account_number AND claim.ended_at IS NOT NULL),
superseded AS (
    DELETE FROM waiting_order w USING placed
    WHERE w.case_id = :case_id AND w.institution_code = :institution_code AND w.account_number = :account_number),
repeated_accounts AS (
    INSERT INTO repeated_account (institution_code, account_number, since)
    SELECT :institution_code, :account_number, :placed_at FROM placed
    ON CONFLICT (institution_code, account_number) DO NOTHING)
SELECT account.live, account.withdrawn, account.stops >= :max_stops AS used_up,
       EXISTS (SELECT FROM placed) AS placed
FROM account
