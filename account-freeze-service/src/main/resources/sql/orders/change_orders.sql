-- Changes orders: state, books, bookings and outbox in one statement, for any number of orders. An order whose version has
-- changed since it was read is left alone, with all that belongs to its change.
-- A claim whose books differ from what the change expects (it grew since, was held under an earlier stop, or money has left
-- the account) is not booked here, and its event is not written: it is marked to be traced. So is one that is booked and holds less
-- than came in, and one with money that nobody has located once no more bookings of its account are awaited: people are alerted.
-- A booking whose serial is stored with other content leaves the first as it is, and adds a flag and a finding.
-- OFFSET 0 keeps the planner from reading all outflows to answer for a few accounts.
-- Tables of other features: claim, outflow and inflow (books).
WITH new_states AS (
    SELECT w.*, s.awaits_bookings AS awaited_bookings FROM :orders AS w
    CROSS JOIN LATERAL (
        SELECT awaits_bookings FROM stop_order WHERE stop_order.application_id = w.application_id OFFSET 0) s),
reported_outflows AS (
    SELECT * FROM :outflows AS f),
serial_conflicts AS (
    SELECT DISTINCT f.application_id, f.serial
    FROM reported_outflows f JOIN outflow o USING (institution_code, account_number, serial)
    WHERE (f.kind, f.amount_fen, f.booked_at, f.sequence, f.payee_number)
       <> (o.kind, o.amount_fen, o.booked_at, o.sequence, o.payee_number)),
changed AS (
    UPDATE stop_order SET
        version = stop_order.version + 1, state = w.state, live = w.live, counted = w.counted,
        attempts = w.attempts, inquiries = w.inquiries, unsent = w.unsent,
        first_failure_at = w.first_failure_at, result_code = w.result_code, reference = w.reference,
        flags = CASE WHEN 'SERIAL_CONFLICT' <> ALL (w.flags::text[])
                          AND w.application_id IN (SELECT application_id FROM serial_conflicts)
                     THEN w.flags::text[] || 'SERIAL_CONFLICT'::text ELSE w.flags::text[] END,
        mismatched = w.mismatched::text[], candidates = w.candidates::text[],
        manual_reason = w.manual_reason, stopped_at = w.stopped_at, expires_at = w.expires_at,
        balance_fen = w.balance_fen, due_at = w.due_at,
        ended_at = CASE WHEN NOT w.live THEN coalesce(stop_order.ended_at, w.ended_at) END,
        timeline = stop_order.timeline || w.timeline::jsonb, institution_code = w.institution_code,
        extended = w.extended, bookings_since = w.bookings_since, bookings_inquiries = w.bookings_inquiries,
        warn_at = CASE WHEN w.state <> 'IN_EFFECT' THEN NULL
                       WHEN stop_order.expires_at = w.expires_at THEN stop_order.warn_at
                       ELSE w.warn_at END
    FROM new_states w
    WHERE stop_order.application_id = w.application_id AND stop_order.version = w.version
    RETURNING stop_order.application_id, stop_order.state,
              w.awaited_bookings AND NOT stop_order.awaits_bookings AS awaits_no_more),
new_findings AS ( -- all findings of a change of one kind share an occurrence; known ones are not repeated
    INSERT INTO finding (application_id, kind, content, occurrence)
    SELECT DISTINCT n.application_id, n.kind, n.content,
           1 + coalesce((SELECT max(f.occurrence) FROM finding f
                         WHERE f.application_id = n.application_id AND f.kind = n.kind), 0)
    FROM changed JOIN (
        SELECT application_id, kind, content FROM :findings AS f
        UNION ALL SELECT application_id, 'BOOKING_UNCLEAR', 'SERIAL_CONFLICT ' || serial FROM serial_conflicts)
        AS n (application_id, kind, content) USING (application_id)
    ON CONFLICT DO NOTHING),
new_outflows AS (
    INSERT INTO outflow (application_id, institution_code, account_number, serial, kind, amount_fen,
                         booked_at, sequence, payee_institution_code, payee_number, payee_name, payee_kind)
    SELECT f.application_id, f.institution_code, f.account_number, f.serial, f.kind, f.amount_fen,
           f.booked_at, f.sequence, f.payee_institution_code, f.payee_number, f.payee_name, f.payee_kind
    FROM changed JOIN reported_outflows f USING (application_id)
    ON CONFLICT (institution_code, account_number, serial) DO NOTHING
    RETURNING institution_code, account_number),
new_inflows AS (
    INSERT INTO inflow (application_id, institution_code, account_number, serial, amount_fen, booked_at,
                        payer_institution_code, payer_number, payer_name, payer_kind, screening_due_at)
    SELECT f.application_id, f.institution_code, f.account_number, f.serial, f.amount_fen, f.booked_at,
           f.payer_institution_code, f.payer_number, f.payer_name, f.payer_kind, :screening_due_at
    FROM changed JOIN :inflows AS f USING (application_id)
    ON CONFLICT (institution_code, account_number, serial) DO NOTHING
    RETURNING institution_code, account_number),
rescreened AS ( -- inflows reported before the stop: one due inflow has the whole account screened
    UPDATE inflow SET screening_due_at = :screening_due_at
    FROM changed JOIN :settled AS s (application_id, institution_code, account_number, moved) USING (application_id)
    CROSS JOIN LATERAL (
        SELECT i.serial FROM inflow i
        WHERE i.institution_code = s.institution_code AND i.account_number = s.account_number
        ORDER BY i.serial LIMIT 1) first_inflow
    WHERE changed.state = 'IN_EFFECT' AND s.moved AND inflow.institution_code = s.institution_code
      AND inflow.account_number = s.account_number AND inflow.serial = first_inflow.serial),
booked AS (
    UPDATE claim SET held_fen = b.held_fen, revision = claim.revision + 1,
                     traced_revision = claim.traced_revision + (b.held_fen = b.tainted_fen)::int,
                     due_at = CASE WHEN b.held_fen < b.tainted_fen THEN t.due_at ELSE claim.due_at END
    FROM changed JOIN :books AS b USING (application_id)
    JOIN :settled AS t (application_id, due_at) USING (application_id)
    WHERE claim.case_id = b.case_id AND claim.institution_code = b.institution_code
      AND claim.account_number = b.account_number
      AND claim.reported_fen + claim.received_fen = b.tainted_fen
      AND claim.held_fen = 0 AND claim.lapsed_fen = 0 AND claim.lifted_fen = 0
      AND NOT EXISTS (SELECT FROM outflow o WHERE o.institution_code = b.institution_code
                                              AND o.account_number = b.account_number)
    RETURNING b.application_id, claim.case_id, b.held_fen < b.tainted_fen AS short),
claims_due AS (
    UPDATE claim SET revision = claim.revision + 1, due_at = t.due_at
    FROM changed JOIN :settled AS t USING (application_id)
    WHERE claim.institution_code = t.institution_code AND claim.account_number = t.account_number
      AND NOT EXISTS (SELECT FROM booked
                      WHERE booked.application_id = t.application_id AND booked.case_id = claim.case_id)
      AND (t.moved
           OR changed.awaits_no_more AND claim.reported_fen + claim.received_fen > claim.onward_fen + claim.cash_fen
              + claim.merchant_fen + claim.held_fen + claim.lapsed_fen + claim.lifted_fen
           OR (t.institution_code, t.account_number) IN (SELECT * FROM new_outflows)
           OR (t.institution_code, t.account_number) IN (SELECT * FROM new_inflows)
              AND EXISTS (SELECT FROM outflow o WHERE o.institution_code = t.institution_code
                                                  AND o.account_number = t.account_number OFFSET 0))
    RETURNING t.application_id, claim.case_id),
new_events AS (
    INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
    SELECT e.event_id, e.case_id, e.type, e.occurred_at, e.data, e.due_at
    FROM changed JOIN :events AS e USING (application_id)
    WHERE application_id <> ALL (:books.application_id) OR application_id IN (SELECT application_id FROM booked)
    RETURNING event_id)
SELECT application_id AS written, NULL::uuid AS due_case_id FROM changed
UNION ALL SELECT event_id, NULL FROM new_events
UNION ALL SELECT application_id, case_id FROM claims_due
UNION ALL SELECT application_id, case_id FROM booked WHERE short
