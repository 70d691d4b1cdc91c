-- Applies a step of a trace: claims, traced transfers, orders, alerts and outbox in one statement. Writes nothing unless the trace
-- and every claim that changes are as they were read: no step undoes what another has written since, and no change of a
-- claim goes unnoticed.
-- Tables of other features: claim (books), stop_order, waiting_order, reported_transfer, withdrawn_case and finding (orders),
-- alert (alerts), and those that insert_orders uses.
WITH known_claims AS MATERIALIZED (
    SELECT c.revision = r.revision AS same
    FROM (SELECT * FROM :known AS known (institution_code, account_number, revision)
          ORDER BY institution_code, account_number) r
    CROSS JOIN LATERAL (
        SELECT claim.revision FROM claim
        WHERE claim.case_id = :case_id AND claim.institution_code = r.institution_code
          AND claim.account_number = r.account_number
        FOR UPDATE) c),
gate AS (
    INSERT INTO trace (case_id, version, nodes, losses_due)
    SELECT :case_id, 1, cardinality(:reached.institution_code), :is_contested
    WHERE (SELECT count(*) FROM known_claims WHERE same) = cardinality(:known.institution_code)
    ON CONFLICT (case_id) DO UPDATE
    SET version = trace.version + 1, nodes = trace.nodes + excluded.nodes, losses_due = trace.losses_due OR excluded.losses_due
    WHERE trace.version = :version
    RETURNING case_id AS gate_id),
reported_now AS (SELECT * FROM reported_transfer WHERE false), -- a step stores none
-- include: sql/orders/include/insert_orders.sql
, changed_claims AS (
    UPDATE claim SET
        level = c.level, reported_fen = c.reported_fen, received_fen = c.received_fen, onward_fen = c.onward_fen, cash_fen = c.cash_fen,
        merchant_fen = c.merchant_fen, restored_fen = c.restored_fen, held_fen = c.held_fen, frozen_fen = c.frozen_fen, lapsed_fen = c.lapsed_fen,
        lifted_fen = c.lifted_fen, returned_fen = c.returned_fen, not_followed = c.not_followed, traced_revision = claim.revision,
        attention_revision = claim.attention_revision - 1, -- no longer the claim's: its books change without a new revision
        due_at = coalesce(c.due_at, CASE WHEN (c.institution_code, c.account_number) IN (
            SELECT institution_code, account_number FROM waiting) THEN :look_again_at END)
    FROM gate, :known AS c
    WHERE claim.case_id IS NOT DISTINCT FROM gate.gate_id -- avoids the index by case: a case may have ten thousand claims
      AND claim.institution_code = c.institution_code AND claim.account_number = c.account_number),
reached_claims AS (
    INSERT INTO claim (case_id, institution_code, account_number, account_name, account_kind, level,
                       reported_fen, received_fen, onward_fen, cash_fen, merchant_fen, restored_fen, held_fen, frozen_fen, lapsed_fen,
                       lifted_fen, returned_fen, not_followed, claimed_at, revision, traced_revision, due_at, ended_at, end_details)
    SELECT gate.gate_id, c.institution_code, c.account_number, c.account_name, c.account_kind, c.level,
           c.reported_fen, c.received_fen, c.onward_fen, c.cash_fen, c.merchant_fen, c.restored_fen, c.held_fen, c.frozen_fen,
           c.lapsed_fen, c.lifted_fen, c.returned_fen,
           c.not_followed, :at, 1, 1,
           coalesce(c.due_at, CASE WHEN (c.institution_code, c.account_number) IN (
               SELECT institution_code, account_number FROM waiting) THEN :look_again_at END),
           w.withdrawn_at, CASE WHEN w.case_id IS NOT NULL THEN
               jsonb_build_object('cause', 'WITHDRAWN', 'reason', w.reason, 'reference', w.reference,
                                  'organisation', w.organisation, 'badgeNumber', w.badge_number) END
    FROM gate CROSS JOIN :reached AS c LEFT JOIN withdrawn_case w ON w.case_id = gate.gate_id
    ORDER BY c.institution_code, c.account_number),
traced_transfers AS (
    INSERT INTO traced_transfer (case_id, institution_code, account_number, serial, ordinal, tainted_fen, level)
    SELECT gate.gate_id, t.institution_code, t.account_number, t.serial, t.ordinal, t.tainted_fen, t.level
    FROM gate, :transfers AS t
    WHERE t.tainted_fen > 0
    ON CONFLICT (case_id, institution_code, account_number, serial, ordinal) DO UPDATE
    SET tainted_fen = excluded.tainted_fen, level = excluded.level),
cleared_transfers AS (
    DELETE FROM traced_transfer
    USING gate, :transfers AS t (institution_code, account_number, serial, ordinal, tainted_fen)
    WHERE t.tainted_fen = 0 AND traced_transfer.case_id = gate.gate_id
      AND traced_transfer.institution_code = t.institution_code
      AND traced_transfer.account_number = t.account_number AND traced_transfer.serial = t.serial
      AND traced_transfer.ordinal = t.ordinal),
new_events AS (
    INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
    SELECT e.event_id, e.case_id, e.type, e.occurred_at, e.data, e.due_at
    FROM gate, :events AS e),
duplicates AS (
    UPDATE reported_transfer SET duplicate_of = d.duplicate_of, duplicate_case_id = d.duplicate_case_id, unpublished = true
    FROM gate, :duplicates AS d
    WHERE reported_transfer.transfer_id = d.transfer_id AND reported_transfer.duplicate_of IS NULL),
raised AS (
    INSERT INTO alert (alert_id, kind, case_id, application_id, occurrence, raised_at, detail, due_at)
    SELECT a.alert_id, a.kind, a.case_id, a.application_id, a.occurrence, a.raised_at, a.detail, :alerts_due_at
    FROM gate, :alerts AS a
    ORDER BY a.application_id, a.kind, a.occurrence, a.case_id
    ON CONFLICT (application_id, kind, occurrence, case_id) DO NOTHING
    RETURNING alert_id)
SELECT gate_id AS id, 'WRITTEN' AS state, false AS urgent FROM gate
UNION ALL SELECT application_id, state, urgent FROM placed
UNION ALL SELECT application_id, 'QUEUED', urgent FROM waiting
UNION ALL SELECT alert_id, 'RAISED', false FROM raised
