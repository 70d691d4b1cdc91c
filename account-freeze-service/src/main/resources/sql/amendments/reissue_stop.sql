-- Places an order on an account that was stopped before, unless it has a live order or has had all its stops.
-- Tables of other features: stop_order (orders), claim (books), repeated_account (mules).
WITH account AS (
    SELECT bool_or(live) AS live,
           -- include: sql/orders/include/stop_count.sql
    FROM stop_order WHERE institution_code = :institution_code AND account_number = :account_number),
placed AS (
    INSERT INTO stop_order (
        application_id, case_id, institution_code, account_number, account_name, account_kind, level,
        tainted_fen, original_application_id, placed_at, instruction, state, live, counted, attempts,
        inquiries, unsent, result_code, reference, flags, mismatched, candidates, manual_reason, due_at,
        timeline, version, rule_set, urgent)
    SELECT :application_id, e.case_id, e.institution_code, e.account_number, e.account_name, e.account_kind,
           claim.level, claim.reported_fen + claim.received_fen, e.application_id, :placed_at, :instruction,
           'QUEUED', true, false, 0, 0, 0, '', :reference, '{}', '{}', '{}', '', :placed_at, :timeline::jsonb, 0, :rule_set, e.urgent
    FROM account, stop_order e JOIN claim USING (case_id, institution_code, account_number)
    WHERE e.application_id = :ended_application_id AND NOT account.live AND account.stops < :max_stops
    ON CONFLICT (institution_code, account_number) WHERE live DO NOTHING
    RETURNING application_id),
repeated_accounts AS (
    INSERT INTO repeated_account (institution_code, account_number, since)
    SELECT :institution_code, :account_number, :placed_at FROM placed
    ON CONFLICT (institution_code, account_number) DO NOTHING)
SELECT account.live, account.stops >= :max_stops AS used_up, EXISTS (SELECT FROM placed) AS placed FROM account
