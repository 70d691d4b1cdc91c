-- Accepts any number of submissions: submission, case, transfers and event in one statement. Nothing is written for a
-- submission whose request id is known. Returns the request ids of the new submissions.
-- Tables of other features: outbox (service kit).
WITH accepted AS (
    INSERT INTO submission (request_id, case_id, kind, digest, content, warnings, accepted_at)
    SELECT request_id, case_id, kind, digest, content, warnings, accepted_at
    FROM :submissions AS s (request_id, case_id, kind, digest, content, warnings, accepted_at)
    ON CONFLICT (request_id) DO NOTHING
    RETURNING request_id, case_id, kind, accepted_at),
opened_case AS (
    INSERT INTO fraud_case (case_id, status, channel, fraud_type, accepted_at, transfer_count,
                            protective_stop_count, reported_fen, submissions)
    SELECT case_id, 'OPEN', s.channel, s.fraud_type, accepted_at, s.transfer_count, s.protective_stop_count, s.reported_fen, 1
    FROM accepted
    JOIN :submissions AS s (request_id, channel, fraud_type, transfer_count, protective_stop_count, reported_fen)
        USING (request_id)
    WHERE kind = 'REPORT'),
supplemented_case AS (
    UPDATE fraud_case SET transfer_count = fraud_case.transfer_count + s.transfer_count,
                          protective_stop_count = fraud_case.protective_stop_count + s.protective_stop_count,
                          reported_fen = fraud_case.reported_fen + s.reported_fen,
                          submissions = fraud_case.submissions + s.submissions -- refused once it is withdrawn
    FROM (SELECT case_id, count(*)::int AS submissions, sum(n.transfer_count)::int AS transfer_count,
                 sum(n.protective_stop_count)::int AS protective_stop_count,
                 sum(n.reported_fen)::bigint AS reported_fen
          FROM accepted
          JOIN :submissions AS n (request_id, transfer_count, protective_stop_count, reported_fen) USING (request_id)
          WHERE kind = 'SUPPLEMENT' GROUP BY case_id) AS s -- an UPDATE takes one row for each case
    WHERE fraud_case.case_id = s.case_id),
reported_transfer AS (
    INSERT INTO transfer (request_id, case_id, transfer_id, ordinal, corrects_transfer_id,
                          payer_name, payer_number, payer_kind, payer_institution,
                          payee_name, payee_number, payee_kind, payee_institution,
                          amount_fen, currency, transferred_at, serial)
    SELECT request_id, accepted.case_id, t.transfer_id, t.ordinal, t.corrects_transfer_id,
           t.payer_name, t.payer_number, t.payer_kind, t.payer_institution,
           t.payee_name, t.payee_number, t.payee_kind, t.payee_institution,
           t.amount_fen, t.currency, t.transferred_at, t.serial
    FROM accepted JOIN :transfers AS t USING (request_id)),
published_event AS (
    INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
    SELECT e.event_id, accepted.case_id, e.type, e.occurred_at, e.data, e.due_at
    FROM accepted
    JOIN :submissions AS e (request_id, event_id, type, occurred_at, data, due_at) USING (request_id))
SELECT request_id FROM accepted
