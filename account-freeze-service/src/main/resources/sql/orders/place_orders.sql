-- Places orders: inbox, orders, claims, transfers and outbox in one statement, for any number of reports.
-- Decides which events are new; insert_orders decides which orders are placed. Where an order waits, or money is known to have
-- left the account, the claim is due to be traced. Nothing is written of a report that corrects a transfer which has changed
-- since it was read: it may have been corrected already, or its money may be on another account by now.
-- A report may name an account as payer, or withdraw a payer, that the case claims or that a claimed account paid: these claims are
-- traced again. Where another case stopped an account that turns out to be this case's victim's, people are told.
-- All statements write rows in the same order, so that reports that name the same accounts do not deadlock.
-- Tables of other features: claim, outflow and inflow (books).
WITH corrected_transfers AS MATERIALIZED (
    SELECT k.gate_id, k.is_first AND t.version = k.version AS same
    FROM (SELECT *, gate_id = first_value(gate_id) OVER (PARTITION BY transfer_id ORDER BY gate_id) AS is_first
          FROM :corrected AS known
          ORDER BY transfer_id) k
    CROSS JOIN LATERAL (
        SELECT version FROM reported_transfer WHERE reported_transfer.transfer_id = k.transfer_id
        FOR UPDATE) t),
gate AS (
    INSERT INTO inbox (event_id, case_id, received_at, reason, organisation, badge_number, victim_name, unpublished)
    SELECT event_id, case_id, received_at, reason, organisation, badge_number, victim_name,
           victim_name <> '' AND event_id <> ALL (:transfers.gate_id)
    FROM :placements AS f
    WHERE event_id NOT IN (SELECT gate_id FROM corrected_transfers WHERE NOT same)
    ORDER BY event_id
    ON CONFLICT (event_id) DO NOTHING
    RETURNING event_id AS gate_id),
reported_now AS (
    SELECT t.transfer_id, t.case_id, t.institution_code, t.account_number, t.amount_fen, t.transferred_at, t.serial,
           t.corrects, t.payer_number
    FROM gate JOIN :transfers AS t USING (gate_id)),
-- include: sql/orders/include/insert_orders.sql
, new_claims AS (
    SELECT c.*, placed.application_id IS NOT NULL -- else there is something to trace at once
                AND NOT EXISTS (SELECT FROM outflow o -- OFFSET 0: does not read all outflows
                                WHERE o.institution_code = c.institution_code
                                  AND o.account_number = c.account_number OFFSET 0)
                AND NOT EXISTS (SELECT FROM claim other -- another case may report the same transfer
                                WHERE other.institution_code = c.institution_code
                                  AND other.account_number = c.account_number
                                  AND other.case_id <> c.case_id OFFSET 0)
                AND NOT EXISTS (SELECT FROM reported_transfer supplement -- which came before its report
                                WHERE supplement.payer_number = c.account_number AND supplement.payer_number <> ''
                                  AND supplement.case_id = c.case_id OFFSET 0) AS is_fresh
    FROM gate JOIN :claims AS c USING (gate_id)
    LEFT JOIN placed USING (application_id)),
written_claims AS (
    INSERT INTO claim (case_id, institution_code, account_number, account_name, account_kind, level,
                       reported_fen, claimed_at, revision, traced_revision, due_at)
    SELECT case_id, institution_code, account_number, account_name, account_kind, level,
           greatest(reported_fen, 0), claimed_at, 1, is_fresh::int, CASE WHEN NOT is_fresh THEN claimed_at END
    FROM new_claims
    ORDER BY case_id, institution_code, account_number
    ON CONFLICT (case_id, institution_code, account_number) DO UPDATE
    SET reported_fen = claim.reported_fen + ( -- not excluded.reported_fen: the checks of the row come before the conflict
            SELECT c.reported_fen FROM new_claims c
            WHERE c.case_id = claim.case_id AND c.institution_code = claim.institution_code
              AND c.account_number = claim.account_number),
        level = least(claim.level, excluded.level), revision = claim.revision + 1,
        due_at = excluded.claimed_at,
        -- whoever orders the account to be stopped again claims it again
        (ended_at, end_details, past_ends) = (
            SELECT CASE WHEN c.application_id IS NULL THEN claim.ended_at END,
                   CASE WHEN c.application_id IS NULL THEN claim.end_details END,
                   CASE WHEN c.application_id IS NULL OR claim.ended_at IS NULL THEN claim.past_ends
                        ELSE claim.past_ends || (claim.end_details || jsonb_build_object('at', claim.ended_at)) END
            FROM new_claims c
            WHERE c.case_id = claim.case_id AND c.institution_code = claim.institution_code
              AND c.account_number = claim.account_number)),
claims_due AS (
    UPDATE claim SET revision = claim.revision + 1, due_at = touched.named_at
    FROM (SELECT p.case_id, p.institution_code, p.account_number, min(p.named_at) AS named_at FROM (
              SELECT case_id, institution_code, account_number, named_at FROM gate JOIN :payers AS n USING (gate_id)
              UNION ALL
              SELECT n.case_id, o.institution_code, o.account_number, n.named_at
              FROM gate JOIN :payers AS n USING (gate_id) CROSS JOIN LATERAL (
                  SELECT institution_code, account_number FROM outflow
                  WHERE outflow.payee_institution_code = n.institution_code
                    AND outflow.payee_number = n.account_number OFFSET 0) o) p
          GROUP BY p.case_id, p.institution_code, p.account_number) touched
    WHERE claim.case_id = touched.case_id AND claim.institution_code = touched.institution_code
      AND claim.account_number = touched.account_number
      AND (claim.case_id, claim.institution_code, claim.account_number) NOT IN (
          SELECT case_id, institution_code, account_number FROM new_claims)),
own_account_findings AS (
    INSERT INTO finding (application_id, kind, content, occurrence)
    SELECT stop.application_id, 'VICTIM_ACCOUNT',
           'OTHER_VICTIM of case ' || p.case_id || ', stopped in case ' || stop.case_id,
           1 + coalesce((SELECT max(f.occurrence) FROM finding f
                         WHERE f.application_id = stop.application_id AND f.kind = 'VICTIM_ACCOUNT'), 0)
    FROM gate JOIN :payers AS p USING (gate_id)
    CROSS JOIN LATERAL ( -- a protective stop has its victim's consent
        SELECT s.application_id, s.case_id FROM stop_order s
        WHERE s.live AND s.level > 0 AND s.institution_code = p.institution_code AND s.account_number = p.account_number
          AND s.case_id <> p.case_id OFFSET 0) stop
    WHERE p.is_victims
    ORDER BY 1, 3
    ON CONFLICT DO NOTHING),
new_transfers AS (
    INSERT INTO reported_transfer (transfer_id, case_id, institution_code, account_number, account_name,
                                   account_kind, amount_fen, transferred_at, serial, corrects, corrects_payer_of,
                                   payer_institution_code, payer_number, payer_name, reported_at, screening_due_at)
    SELECT t.transfer_id, t.case_id, t.institution_code, t.account_number, t.account_name, t.account_kind,
           t.amount_fen, t.transferred_at, t.serial, t.corrects, t.corrects_payer_of,
           t.payer_institution_code, t.payer_number, t.payer_name, t.reported_at,
           (SELECT t.screening_due_at FROM inflow i WHERE i.institution_code = t.institution_code
            AND i.account_number = t.account_number LIMIT 1)
    FROM gate JOIN :transfers AS t USING (gate_id)),
rescreened AS ( -- the inflow that a corrected transfer was matched with may be another payer's
    UPDATE reported_transfer SET screening_due_at = t.screening_due_at, version = version + 1
    FROM gate JOIN :transfers AS t (gate_id, corrects, screening_due_at) USING (gate_id)
    WHERE reported_transfer.transfer_id = t.corrects),
new_events AS (
    INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
    SELECT e.event_id, e.case_id, e.type, e.occurred_at, e.data, e.due_at
    FROM gate JOIN :events AS e USING (gate_id))
SELECT application_id AS id, state, urgent FROM placed
UNION ALL SELECT application_id, 'QUEUED', urgent FROM waiting
UNION ALL SELECT gate_id, 'OUTDATED', false FROM corrected_transfers WHERE NOT same
