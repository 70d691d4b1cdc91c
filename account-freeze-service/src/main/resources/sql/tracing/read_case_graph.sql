-- Reads the graph of a case as of one moment, in one row. The cost depends on what is downstream of the changed claims only.
-- The statement has one plan for tables of any size: OFFSET 0 makes it go by index from the accounts reached to what belongs
-- to each.
-- An account that the case names both as payer and as payee is read too: whose it is may have turned out.
-- Tables of other features: claim, outflow and inflow (books), stop_order, waiting_order, reported_transfer, withdrawn_case
-- and inbox (orders), named_payer (parties), dissuasion (dissuasion), freeze_order and freeze_refund (holds).
WITH RECURSIVE
-- include: sql/parties/include/case_transfers.sql
,
-- include: sql/parties/include/payers.sql
, subject AS (
    SELECT institution_code, account_number, false AS named FROM payer
    UNION SELECT institution_code, account_number, true FROM paid_payer),
reached AS (
    SELECT institution_code, account_number FROM (
        SELECT institution_code, account_number FROM claim
        WHERE case_id = :case_id AND revision <> traced_revision
        UNION
        SELECT institution_code, account_number FROM paid_payer) seed
    UNION
    SELECT o.payee_institution_code, o.payee_number
    FROM reached r CROSS JOIN LATERAL (
        SELECT payee_institution_code, payee_number FROM outflow
        WHERE outflow.institution_code = r.institution_code AND outflow.account_number = r.account_number
          AND kind = 'TRANSFER' OFFSET 0) o),
reported_now AS (SELECT * FROM reported_transfer WHERE false), -- all are stored
nodes AS (
    SELECT r.*, to_json(c) AS claim, to_json(s) AS deciding,
           CASE WHEN screening.reason IS NULL OR c.level = 0 AND c.ended_at IS NULL -- with consent
                THEN o.application_id END AS cleared,
           (SELECT true FROM stop_order own WHERE own.institution_code = r.institution_code
            AND own.account_number = r.account_number AND own.case_id = :case_id LIMIT 1) AS placed,
           (SELECT true FROM waiting_order own WHERE own.institution_code = r.institution_code
            AND own.account_number = r.account_number AND own.case_id = :case_id LIMIT 1) AS waiting,
           (SELECT true FROM stop_order any_case WHERE any_case.live AND any_case.institution_code = r.institution_code
            AND any_case.account_number = r.account_number) AS live
    FROM reached r
    LEFT JOIN LATERAL (
        SELECT * FROM claim WHERE claim.case_id = :case_id AND claim.institution_code = r.institution_code
                              AND claim.account_number = r.account_number OFFSET 0) c ON true
    CROSS JOIN LATERAL (SELECT :case_id AS case_id, c.claimed_at, c.ended_at) claim
    LEFT JOIN LATERAL (
        SELECT application_id, case_id, state, result_code, manual_reason, stopped_at, moment_reported, expires_at,
               reported_expires_at, balance_fen, extended, bool_or(awaits_bookings) OVER () AS awaits_bookings
        FROM stop_order
        WHERE stop_order.institution_code = r.institution_code
          AND stop_order.account_number = r.account_number
          AND
          -- include: sql/orders/include/seen_orders.sql
        ORDER BY
        -- include: sql/orders/include/foremost_order_first.sql
        LIMIT 1) s ON true
    LEFT JOIN LATERAL ( -- of any case: it is screened as its own case sees the account, not as this one does
        SELECT application_id, case_id, institution_code, account_number, level FROM stop_order
        WHERE stop_order.live AND stop_order.institution_code = r.institution_code
          AND stop_order.account_number = r.account_number
          AND stop_order.manual_reason IN ('OTHER_VICTIM', 'LIKELY_VICTIM') OFFSET 0) o ON true
    -- include: sql/parties/include/victim_screening.sql
    ORDER BY r.institution_code, r.account_number),
refunds AS MATERIALIZED ( -- out of freezes
    SELECT f.institution_code, f.account_number, p.paid_fen, p.occurred_at, p.receipt_ids, p.payee_number
    FROM reached r
    CROSS JOIN LATERAL (
        SELECT application_id, institution_code, account_number FROM freeze_order
        WHERE freeze_order.institution_code = r.institution_code AND freeze_order.account_number = r.account_number OFFSET 0) f
    CROSS JOIN LATERAL (
        SELECT paid_fen, occurred_at, receipt_ids, payee_number FROM freeze_refund
        WHERE freeze_refund.freeze_id = f.application_id AND paid_fen > 0 OFFSET 0) p),
flows AS ( -- a transfer with the id of a refund, or of its sum to the account that it was paid to, is that refund: the books have it as returned
    SELECT o.institution_code, o.account_number, coalesce(c.account_name, '') AS account_name,
           coalesce(c.account_kind, 'UNSPECIFIED') AS account_kind, o.serial, o.ordinal, o.kind, o.amount_fen,
           o.replaced_by IS NOT NULL OR o.kind = 'TRANSFER' AND EXISTS (
               SELECT FROM refunds p
               WHERE p.institution_code = o.institution_code AND p.account_number = o.account_number
                 AND (o.serial = ANY (p.receipt_ids)
                      OR p.payee_number = o.payee_number AND p.paid_fen = o.amount_fen
                         AND o.booked_at BETWEEN p.occurred_at - interval '1 day' AND p.occurred_at + interval '1 day')) AS replaced,
           o.booked_at, o.sequence, o.payee_institution_code, o.payee_number, o.payee_name, o.payee_kind,
           coalesce(t.tainted_fen, 0) AS tainted_fen, coalesce(t.level, 0) AS level
    FROM reached r
    LEFT JOIN LATERAL (
        SELECT account_name, account_kind FROM claim
        WHERE claim.case_id = :case_id AND claim.institution_code = r.institution_code
          AND claim.account_number = r.account_number OFFSET 0) c ON true
    CROSS JOIN LATERAL (
        SELECT * FROM outflow WHERE outflow.institution_code = r.institution_code
                                AND outflow.account_number = r.account_number OFFSET 0) o
    LEFT JOIN LATERAL (
        SELECT tainted_fen, level FROM traced_transfer
        WHERE traced_transfer.case_id = :case_id AND traced_transfer.institution_code = o.institution_code
          AND traced_transfer.account_number = o.account_number AND traced_transfer.serial = o.serial
          AND traced_transfer.ordinal = o.ordinal OFFSET 0) t ON true),
inflows AS (
    SELECT o.institution_code, o.account_number, c.account_name, c.account_kind, o.serial, o.ordinal, o.kind,
           o.amount_fen, false AS replaced, o.booked_at, o.sequence, o.payee_institution_code, o.payee_number, o.payee_name, o.payee_kind,
           t.tainted_fen, t.level
    FROM reached r
    CROSS JOIN LATERAL (
        SELECT * FROM outflow WHERE outflow.payee_institution_code = r.institution_code
                                AND outflow.payee_number = r.account_number AND kind = 'TRANSFER' OFFSET 0) o
    CROSS JOIN LATERAL (
        SELECT tainted_fen, level FROM traced_transfer
        WHERE traced_transfer.case_id = :case_id AND traced_transfer.institution_code = o.institution_code
          AND traced_transfer.account_number = o.account_number AND traced_transfer.serial = o.serial
          AND traced_transfer.ordinal = o.ordinal OFFSET 0) t
    CROSS JOIN LATERAL (
        SELECT account_name, account_kind FROM claim
        WHERE claim.case_id = :case_id AND claim.institution_code = o.institution_code
          AND claim.account_number = o.account_number OFFSET 0) c
    WHERE (o.institution_code, o.account_number) NOT IN (SELECT * FROM reached)),
reported AS (
    SELECT t.transfer_id, t.payer_institution_code, t.payer_number, t.institution_code, t.account_number,
           t.account_name, t.account_kind, t.amount_fen, t.transferred_at, t.serial, t.duplicate_of IS NOT NULL AS duplicate
    FROM reached JOIN reported_transfer t USING (institution_code, account_number)
    WHERE t.case_id = :case_id AND t.amount_fen IS NOT NULL
      AND NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = t.transfer_id)),
reported_by_others AS ( -- into the same accounts
    SELECT t.case_id, t.transfer_id, t.payer_institution_code, t.payer_number, t.institution_code, t.account_number,
           t.account_name, t.account_kind, t.amount_fen, t.transferred_at, t.serial, t.duplicate_of IS NOT NULL AS duplicate
    FROM reported_transfer t JOIN (SELECT DISTINCT institution_code, account_number FROM reported) r
         USING (institution_code, account_number)
    WHERE t.case_id <> :case_id AND t.amount_fen IS NOT NULL AND t.transferred_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = t.transfer_id)),
credits AS (
    SELECT i.institution_code, i.account_number, i.serial, i.ordinal, i.amount_fen, i.booked_at
    FROM inflow i JOIN (SELECT DISTINCT institution_code, account_number FROM reported) r
         USING (institution_code, account_number))
SELECT origin.reason, origin.organisation, origin.badge_number,
       coalesce((SELECT max(victim_name) FROM inbox WHERE case_id = :case_id), '') AS victim_name,
       (SELECT json_agg(to_json(t)) FROM (
           -- include: sql/parties/include/transfer_parties.sql
       ) t) AS transfers,
       (SELECT json_agg(to_json(f)) FROM (
           -- include: sql/parties/include/account_facts.sql
       ) f) AS facts,
       (SELECT withdrawn_at FROM withdrawn_case WHERE withdrawn_case.case_id = :case_id) AS withdrawn_at,
       coalesce(trace.version, 0) AS version, coalesce(trace.nodes, 0) AS found,
       (SELECT json_agg(to_json(n)) FROM nodes n) AS nodes,
       (SELECT json_agg(to_json(f)) FROM flows f) AS outflows,
       (SELECT json_agg(to_json(f)) FROM inflows f) AS inflows,
       (SELECT json_agg(to_json(r)) FROM reported r) AS reported,
       (SELECT json_agg(to_json(r)) FROM reported_by_others r) AS reported_by_others,
       (SELECT json_agg(to_json(c)) FROM credits c) AS credits
FROM (SELECT reason, organisation, badge_number FROM inbox WHERE case_id = :case_id
      ORDER BY received_at, event_id LIMIT 1) origin
LEFT JOIN trace ON trace.case_id = :case_id
