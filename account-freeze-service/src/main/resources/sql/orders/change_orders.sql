-- Changes orders: state, books, bookings and outbox in one statement, for any number of orders. An order whose version has
-- changed since it was read is left alone, with all that belongs to its change.
-- The claim of the placing case is booked here if its books are as the change expects. It is marked to be traced instead, and its event
-- is not written, if it grew since, was held under an earlier stop or has ended, if a freeze held the account for the case, or if money has
-- left the account.
-- A claim that is booked but holds less than came in is marked to be traced too. So is a claim with money that nobody has located, once
-- no more bookings of its account are awaited: people are alerted.
-- A booking or a stop that names the holder of an account which a case names both as payer and as payee marks the claims that depend
-- on whose it is.
-- A booking may have the serial of a stored one. With another kind, sum or party it is another booking and gets the next ordinal. With
-- another time, sequence or name it is the same booking, and the stored one stays as it is. Both add a flag and a finding.
-- If a concurrent statement takes the ordinal first, the primary key fails and nothing is written.
-- LIMIT 1 and the whole key keep the work small where an institution uses one serial for all bookings.
-- What fund-recovery is told of is marked as unpublished.
-- OFFSET 0 keeps the planner from reading all outflows to answer for a few accounts.
-- Orders are locked by id, so that replicas that change the same orders do not deadlock.
-- Tables of other features: claim, outflow and inflow (books).
WITH new_states AS MATERIALIZED (
    SELECT w.*, s.awaits_bookings AS awaited_bookings FROM (SELECT * FROM :orders AS w ORDER BY application_id) w
    CROSS JOIN LATERAL (
        SELECT awaits_bookings FROM stop_order WHERE stop_order.application_id = w.application_id
        FOR NO KEY UPDATE) s),
reported_outflows AS MATERIALIZED (
    SELECT *, row_number() OVER () AS position FROM :outflows AS f),
reported_inflows AS MATERIALIZED (
    SELECT *, row_number() OVER () AS position FROM :inflows AS f),
serial_findings AS (
    SELECT f.application_id, 'SERIAL_REUSED' AS flag, f.serial
    FROM reported_outflows f CROSS JOIN LATERAL (
        SELECT FROM outflow o
        WHERE o.institution_code = f.institution_code AND o.account_number = f.account_number AND o.serial = f.serial
          AND (o.kind, o.amount_fen, o.payee_number) <> (f.kind, f.amount_fen, f.payee_number) LIMIT 1) other
    UNION SELECT f.application_id, 'SERIAL_REUSED', f.serial
    FROM reported_inflows f CROSS JOIN LATERAL (
        SELECT FROM inflow i
        WHERE i.institution_code = f.institution_code AND i.account_number = f.account_number AND i.serial = f.serial
          AND (i.amount_fen, i.payer_number) <> (f.amount_fen, f.payer_number) LIMIT 1) other
    UNION SELECT f.application_id, 'SERIAL_CONFLICT', f.serial
    FROM reported_outflows f CROSS JOIN LATERAL (
        SELECT o.booked_at, o.sequence, o.payee_name FROM outflow o
        WHERE o.institution_code = f.institution_code AND o.account_number = f.account_number AND o.serial = f.serial
          AND o.kind = f.kind AND o.amount_fen = f.amount_fen AND o.payee_number = f.payee_number OFFSET 0) o
    WHERE (f.booked_at, f.sequence, f.payee_name) <> (o.booked_at, o.sequence, o.payee_name)
    UNION SELECT f.application_id, 'SERIAL_CONFLICT', f.serial
    FROM reported_inflows f CROSS JOIN LATERAL (
        SELECT i.booked_at, i.payer_name FROM inflow i
        WHERE i.institution_code = f.institution_code AND i.account_number = f.account_number AND i.serial = f.serial
          AND i.amount_fen = f.amount_fen AND i.payer_number = f.payer_number OFFSET 0) i
    WHERE (f.booked_at, f.payer_name) <> (i.booked_at, i.payer_name)
    UNION SELECT application_id, 'SERIAL_REUSED', serial -- two orders on one account, changed by this statement
    FROM (SELECT application_id, serial, (kind, amount_fen, payee_number) <> first_value((kind, amount_fen, payee_number)) OVER (
                     PARTITION BY institution_code, account_number, serial ORDER BY position) AS is_other
          FROM reported_outflows) f
    WHERE is_other
    UNION SELECT application_id, 'SERIAL_REUSED', serial
    FROM (SELECT application_id, serial, (amount_fen, payer_number) <> first_value((amount_fen, payer_number)) OVER (
                     PARTITION BY institution_code, account_number, serial ORDER BY position) AS is_other
          FROM reported_inflows) f
    WHERE is_other),
changed AS (
    UPDATE stop_order SET
        version = stop_order.version + 1, state = w.state, live = w.live, counted = w.counted,
        attempts = w.attempts, inquiries = w.inquiries, unsent = w.unsent,
        first_failure_at = w.first_failure_at, result_code = w.result_code, reference = w.reference,
        flags = w.flags::text[] || ARRAY(
            SELECT DISTINCT s.flag FROM serial_findings s
            WHERE s.application_id = w.application_id AND s.flag <> ALL (w.flags::text[]) ORDER BY s.flag),
        mismatched = w.mismatched::text[], candidates = w.candidates::text[],
        manual_reason = w.manual_reason, stopped_at = w.stopped_at, expires_at = w.expires_at,
        moment_reported = w.moment_reported, reported_expires_at = w.reported_expires_at,
        balance_fen = w.balance_fen, due_at = w.due_at,
        ended_at = CASE WHEN NOT w.live THEN coalesce(stop_order.ended_at, w.ended_at) END,
        timeline = stop_order.timeline || w.timeline::jsonb, institution_code = w.institution_code,
        extended = w.extended, bookings_since = w.bookings_since, bookings_inquiries = w.bookings_inquiries,
        undecided_freezes = w.undecided_freezes::uuid[],
        unpublished = stop_order.unpublished
            OR (w.state, w.counted, w.stopped_at, w.expires_at, w.balance_fen, w.institution_code) IS DISTINCT FROM
               (stop_order.state, stop_order.counted, stop_order.stopped_at, stop_order.expires_at, stop_order.balance_fen,
                stop_order.institution_code),
        warn_at = CASE WHEN w.state <> 'IN_EFFECT' THEN NULL
                       WHEN stop_order.expires_at = w.expires_at
                            AND stop_order.reported_expires_at IS NOT DISTINCT FROM w.reported_expires_at
                            THEN stop_order.warn_at
                       ELSE w.warn_at END
    FROM new_states w
    WHERE stop_order.application_id = w.application_id AND stop_order.version = w.version
    RETURNING stop_order.application_id, stop_order.state, stop_order.institution_code, stop_order.account_number,
              stop_order.account_name, stop_order.counted,
              w.awaited_bookings AND NOT stop_order.awaits_bookings AS awaits_no_more),
new_findings AS ( -- all findings of a change of one kind share an occurrence; known ones are not repeated
    INSERT INTO finding (application_id, kind, content, occurrence)
    SELECT DISTINCT n.application_id, n.kind, n.content,
           1 + coalesce((SELECT max(f.occurrence) FROM finding f
                         WHERE f.application_id = n.application_id AND f.kind = n.kind), 0)
    FROM changed JOIN (
        SELECT application_id, kind, content FROM :findings AS f
        UNION ALL SELECT application_id, 'BOOKING_UNCLEAR', flag || ' ' || serial FROM serial_findings)
        AS n (application_id, kind, content) USING (application_id)
    ON CONFLICT DO NOTHING),
unknown_outflows AS ( -- each booking that is not stored, as it is told first
    SELECT DISTINCT ON (f.institution_code, f.account_number, f.serial, f.kind, f.amount_fen, f.payee_number) f.*
    FROM changed JOIN reported_outflows f USING (application_id)
    LEFT JOIN LATERAL (
        SELECT true AS is_stored FROM outflow o
        WHERE o.institution_code = f.institution_code AND o.account_number = f.account_number AND o.serial = f.serial
          AND o.kind = f.kind AND o.amount_fen = f.amount_fen AND o.payee_number = f.payee_number OFFSET 0) o ON true
    WHERE o.is_stored IS NULL
    ORDER BY f.institution_code, f.account_number, f.serial, f.kind, f.amount_fen, f.payee_number, f.position),
new_outflows AS (
    INSERT INTO outflow (application_id, institution_code, account_number, serial, ordinal, kind, amount_fen,
                         booked_at, sequence, payee_institution_code, payee_number, payee_name, payee_kind, pending)
    SELECT f.application_id, f.institution_code, f.account_number, f.serial,
           coalesce((SELECT max(o.ordinal) FROM outflow o
                     WHERE o.institution_code = f.institution_code AND o.account_number = f.account_number
                       AND o.serial = f.serial), 0)
           + row_number() OVER (PARTITION BY f.institution_code, f.account_number, f.serial ORDER BY f.position),
           f.kind, f.amount_fen,
           f.booked_at, f.sequence, f.payee_institution_code, f.payee_number, f.payee_name, f.payee_kind, f.pending
    FROM unknown_outflows f
    ON CONFLICT (institution_code, account_number, serial, kind, amount_fen, payee_number) DO NOTHING
    RETURNING institution_code, account_number),
listed_outflows AS ( -- pending or replaced, and now listed by a complete answer
    SELECT f.institution_code, f.account_number, f.serial, o.ordinal, o.was_replaced
    FROM changed JOIN reported_outflows f USING (application_id)
    CROSS JOIN LATERAL (
        SELECT o.ordinal, o.replaced_by IS NOT NULL AS was_replaced FROM outflow o
        WHERE o.institution_code = f.institution_code AND o.account_number = f.account_number AND o.serial = f.serial
          AND o.kind = f.kind AND o.amount_fen = f.amount_fen AND o.payee_number = f.payee_number
          AND (o.pending OR o.replaced_by IS NOT NULL) OFFSET 0) o
    WHERE f.complete),
final_outflows AS (
    UPDATE outflow SET pending = false, replaced_by = NULL, unpublished = unpublished OR replaced_by IS NOT NULL
    FROM listed_outflows f
    WHERE outflow.institution_code = f.institution_code AND outflow.account_number = f.account_number
      AND outflow.serial = f.serial AND outflow.ordinal = f.ordinal),
replaced_outflows AS (
    UPDATE outflow SET pending = false, replaced_by = r.replaced_by, unpublished = true
    FROM changed JOIN :replaced AS r USING (application_id)
    WHERE outflow.institution_code = r.institution_code AND outflow.account_number = r.account_number
      AND outflow.serial = r.serial AND outflow.ordinal = r.ordinal
    RETURNING outflow.institution_code, outflow.account_number),
changed_outflows AS (
    SELECT institution_code, account_number FROM new_outflows
    UNION SELECT institution_code, account_number FROM replaced_outflows
    UNION SELECT institution_code, account_number FROM listed_outflows WHERE was_replaced),
unknown_inflows AS (
    SELECT DISTINCT ON (f.institution_code, f.account_number, f.serial, f.amount_fen, f.payer_number) f.*
    FROM changed JOIN reported_inflows f USING (application_id)
    LEFT JOIN LATERAL (
        SELECT true AS is_stored FROM inflow i
        WHERE i.institution_code = f.institution_code AND i.account_number = f.account_number AND i.serial = f.serial
          AND i.amount_fen = f.amount_fen AND i.payer_number = f.payer_number OFFSET 0) i ON true
    WHERE i.is_stored IS NULL
    ORDER BY f.institution_code, f.account_number, f.serial, f.amount_fen, f.payer_number, f.position),
new_inflows AS (
    INSERT INTO inflow (application_id, institution_code, account_number, serial, ordinal, amount_fen, booked_at,
                        payer_institution_code, payer_number, payer_name, payer_kind, screening_due_at)
    SELECT f.application_id, f.institution_code, f.account_number, f.serial,
           coalesce((SELECT max(i.ordinal) FROM inflow i
                     WHERE i.institution_code = f.institution_code AND i.account_number = f.account_number
                       AND i.serial = f.serial), 0)
           + row_number() OVER (PARTITION BY f.institution_code, f.account_number, f.serial ORDER BY f.position),
           f.amount_fen, f.booked_at,
           f.payer_institution_code, f.payer_number, f.payer_name, f.payer_kind, :screening_due_at
    FROM unknown_inflows f
    ON CONFLICT (institution_code, account_number, serial, amount_fen, payer_number) DO NOTHING
    RETURNING institution_code, account_number),
rescreened AS ( -- inflows reported before the stop: one due inflow has the whole account screened
    UPDATE inflow SET screening_due_at = :screening_due_at
    FROM changed JOIN :settled AS s (application_id, institution_code, account_number, moved) USING (application_id)
    CROSS JOIN LATERAL (
        SELECT i.serial, i.ordinal FROM inflow i
        WHERE i.institution_code = s.institution_code AND i.account_number = s.account_number
        ORDER BY i.serial, i.ordinal LIMIT 1) first_inflow
    WHERE changed.state = 'IN_EFFECT' AND s.moved AND inflow.institution_code = s.institution_code
      AND inflow.account_number = s.account_number AND inflow.serial = first_inflow.serial
      AND inflow.ordinal = first_inflow.ordinal),
told_name AS ( -- by new bookings, and by a stop: it confirms the name of its order
    SELECT application_id, payee_institution_code AS institution_code, payee_number AS account_number, payee_name AS name
    FROM unknown_outflows
    UNION SELECT application_id, payer_institution_code, payer_number, payer_name FROM unknown_inflows
    UNION SELECT application_id, changed.institution_code, changed.account_number, changed.account_name
    FROM changed JOIN :settled AS s (application_id, moved) USING (application_id) WHERE s.moved AND changed.counted),
-- include: sql/parties/include/told_payers.sql
, booked AS (
    UPDATE claim SET held_fen = b.held_fen, revision = claim.revision + 1,
                     traced_revision = claim.traced_revision + (b.held_fen = b.tainted_fen AND NOT b.is_contested)::int,
                     due_at = CASE WHEN b.held_fen < b.tainted_fen OR b.is_contested THEN t.due_at ELSE claim.due_at END
    FROM changed JOIN (
        SELECT b.*, (b.case_id, b.institution_code, b.account_number) IN (
            SELECT case_id, institution_code, account_number FROM contested_claim) AS is_contested
        FROM :books AS b) b USING (application_id)
    JOIN :settled AS t (application_id, due_at) USING (application_id)
    WHERE claim.case_id = b.case_id AND claim.institution_code = b.institution_code
      AND claim.account_number = b.account_number
      AND claim.reported_fen + claim.received_fen = b.tainted_fen
      AND claim.held_fen = 0 AND claim.lapsed_fen = 0 AND claim.lifted_fen = 0 AND claim.ended_at IS NULL
      AND claim.freeze_id IS NULL
      AND NOT EXISTS (SELECT FROM outflow o WHERE o.institution_code = b.institution_code
                                              AND o.account_number = b.account_number)
    RETURNING b.application_id, claim.case_id, b.held_fen < b.tainted_fen OR b.is_contested AS is_due),
claims_due AS (
    UPDATE claim SET revision = claim.revision + 1, due_at = t.due_at
    FROM changed JOIN :settled AS t USING (application_id)
    WHERE claim.institution_code = t.institution_code AND claim.account_number = t.account_number
      AND NOT EXISTS (SELECT FROM booked
                      WHERE booked.application_id = t.application_id AND booked.case_id = claim.case_id)
      AND (t.moved
           OR changed.awaits_no_more AND claim.reported_fen + claim.received_fen > claim.onward_fen + claim.cash_fen
              + claim.merchant_fen + claim.restored_fen + claim.held_fen + claim.frozen_fen + claim.lapsed_fen + claim.lifted_fen
              + claim.returned_fen
           OR (claim.case_id, t.institution_code, t.account_number) IN (
               SELECT case_id, institution_code, account_number FROM contested_claim)
           OR (t.institution_code, t.account_number) IN (SELECT * FROM changed_outflows)
           OR (t.institution_code, t.account_number) IN (SELECT * FROM new_inflows)
              AND EXISTS (SELECT FROM outflow o WHERE o.institution_code = t.institution_code
                                                  AND o.account_number = t.account_number OFFSET 0))
    RETURNING t.application_id, claim.case_id),
contested_claims_due AS ( -- on other accounts
    UPDATE claim SET revision = claim.revision + 1, due_at = c.due_at
    FROM (SELECT DISTINCT ON (k.case_id, k.institution_code, k.account_number) k.*, t.due_at
          FROM changed JOIN contested_claim k USING (application_id)
          JOIN :settled AS t (application_id, due_at) USING (application_id)
          WHERE (k.institution_code, k.account_number) NOT IN (
              SELECT s.institution_code, s.account_number
              FROM changed JOIN :settled AS s (application_id, institution_code, account_number) USING (application_id))
          ORDER BY k.case_id, k.institution_code, k.account_number, t.due_at) c
    WHERE claim.case_id = c.case_id AND claim.institution_code = c.institution_code AND claim.account_number = c.account_number
    RETURNING c.application_id, claim.case_id),
new_events AS (
    INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
    SELECT e.event_id, e.case_id, e.type, e.occurred_at, e.data, e.due_at
    FROM changed JOIN :events AS e USING (application_id)
    WHERE application_id <> ALL (:books.application_id) OR application_id IN (SELECT application_id FROM booked)
    RETURNING event_id)
SELECT application_id AS written, NULL::uuid AS due_case_id FROM changed
UNION ALL SELECT event_id, NULL FROM new_events
UNION ALL SELECT application_id, case_id FROM claims_due
UNION ALL SELECT application_id, case_id FROM booked WHERE is_due
UNION ALL SELECT application_id, case_id FROM contested_claims_due
