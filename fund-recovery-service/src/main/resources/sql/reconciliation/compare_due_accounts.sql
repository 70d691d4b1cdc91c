-- Compares the books of accounts that are due with what was told, all as of one moment, and keeps what differs. Claims of several cases
-- on one account overlap, so each case is compared by itself: it has no more held and frozen than the stops on the account or its own
-- freezes hold, and no less than its own hold and the money that it has there. What all cases have there is compared with the balance
-- that was told last, unless a hold is newer. A difference that goes before it is settled is forgotten.
-- Tables of other features: ledger_entry (ledger), hold and balance (facts).
WITH due AS MATERIALIZED (
    SELECT institution_code, account_number FROM reconciled_account
    WHERE due_at <= :now
    ORDER BY due_at
    LIMIT :max_accounts
    FOR UPDATE SKIP LOCKED),
booked AS MATERIALIZED (
    SELECT d.institution_code, d.account_number, sums.case_id, sums.held_fen, sums.frozen_fen, sums.unknown_fen
    FROM due d CROSS JOIN LATERAL (
        SELECT e.case_id,
               sum(CASE WHEN e.debited IN ('HELD', 'FROZEN') THEN e.amount_fen ELSE 0 END
                   - CASE WHEN e.credited IN ('HELD', 'FROZEN') THEN e.amount_fen ELSE 0 END)::bigint AS held_fen,
               sum(CASE 'FROZEN' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen ELSE 0 END)::bigint AS frozen_fen,
               sum(CASE 'UNKNOWN' WHEN e.debited THEN e.amount_fen WHEN e.credited THEN -e.amount_fen ELSE 0 END)::bigint AS unknown_fen
        FROM ledger_entry e
        WHERE e.institution_code = d.institution_code AND e.account_number = d.account_number
        GROUP BY e.case_id) sums),
told AS MATERIALIZED (
    SELECT d.institution_code, d.account_number, holds.case_id, holds.stop_fen, holds.freeze_fen, holds.began_at
    FROM due d CROSS JOIN LATERAL (
        SELECT h.case_id,
               coalesce(sum(h.held_fen) FILTER (WHERE h.measure = 'STOP'), 0)::bigint AS stop_fen,
               coalesce(sum(h.held_fen) FILTER (WHERE h.measure = 'FREEZE'), 0)::bigint AS freeze_fen,
               max(h.began_at) AS began_at
        FROM hold h
        WHERE h.institution_code = d.institution_code AND h.account_number = d.account_number AND h.is_in_effect
        GROUP BY h.case_id) holds),
stopped AS (
    SELECT institution_code, account_number, sum(stop_fen)::bigint AS stop_fen, max(began_at) AS began_at
    FROM told GROUP BY institution_code, account_number),
most AS ( -- of several cases on one account the largest claim counts, but each freeze is money of its own
    SELECT institution_code, account_number, greatest(max(held_fen), sum(frozen_fen))::bigint AS held_fen
    FROM booked GROUP BY institution_code, account_number),
found AS MATERIALIZED (
    SELECT b.institution_code, b.account_number, b.case_id, 'ABOVE_HOLDS' AS kind, b.held_fen AS booked_fen,
           greatest(coalesce(s.stop_fen, 0), coalesce(t.freeze_fen, 0)) AS told_fen
    FROM booked b
    LEFT JOIN stopped s USING (institution_code, account_number)
    LEFT JOIN told t USING (institution_code, account_number, case_id)
    WHERE b.held_fen > greatest(coalesce(s.stop_fen, 0), coalesce(t.freeze_fen, 0))
    UNION ALL
    SELECT b.institution_code, b.account_number, b.case_id, 'BELOW_HOLDS', b.held_fen,
           least(b.held_fen + b.unknown_fen, greatest(t.stop_fen, t.freeze_fen))
    FROM booked b JOIN told t USING (institution_code, account_number, case_id)
    WHERE b.held_fen < least(b.held_fen + b.unknown_fen, greatest(t.stop_fen, t.freeze_fen))
    UNION ALL
    SELECT m.institution_code, m.account_number, NULL, 'ABOVE_BALANCE', m.held_fen, last.balance_fen
    FROM most m JOIN stopped s USING (institution_code, account_number)
    CROSS JOIN LATERAL (
        SELECT a.balance_fen, a.as_of FROM balance a
        WHERE a.institution_code = m.institution_code AND a.account_number = m.account_number
        ORDER BY a.as_of DESC, a.application_id DESC LIMIT 1) last
    WHERE m.held_fen > last.balance_fen AND last.as_of >= s.began_at
      AND NOT EXISTS ( -- such as money that came back: the balance is older
          SELECT FROM ledger_entry e
          WHERE e.institution_code = m.institution_code AND e.account_number = m.account_number AND e.occurred_at > last.as_of
            AND e.debited IN ('HELD', 'FROZEN'))),
seen AS (
    INSERT INTO ledger_difference AS l (
        institution_code, account_number, case_id, kind, booked_fen, told_fen, first_seen_at, last_seen_at)
    SELECT institution_code, account_number, case_id, kind, booked_fen, told_fen, :now, :now FROM found
    ON CONFLICT (institution_code, account_number, case_id, kind) WHERE resolved_at IS NULL DO UPDATE
    SET booked_fen = excluded.booked_fen, told_fen = excluded.told_fen,
        last_seen_at = greatest(l.last_seen_at, excluded.last_seen_at),
        is_settled = l.is_settled OR l.first_seen_at <= :settled_before),
gone AS MATERIALIZED (
    SELECT l.difference_number, l.is_settled
    FROM due d JOIN ledger_difference l USING (institution_code, account_number)
    WHERE l.resolved_at IS NULL AND NOT EXISTS (
        SELECT FROM found f
        WHERE f.institution_code = l.institution_code AND f.account_number = l.account_number AND f.kind = l.kind
          AND f.case_id IS NOT DISTINCT FROM l.case_id)),
resolved AS (
    UPDATE ledger_difference l SET resolved_at = :now FROM gone g
    WHERE l.difference_number = g.difference_number AND g.is_settled),
forgotten AS (
    DELETE FROM ledger_difference l USING gone g
    WHERE l.difference_number = g.difference_number AND NOT g.is_settled),
compared AS (
    UPDATE reconciled_account r
    SET due_at = CASE
        WHEN EXISTS (SELECT FROM told t WHERE t.institution_code = r.institution_code AND t.account_number = r.account_number)
             OR EXISTS (SELECT FROM booked b WHERE b.institution_code = r.institution_code AND b.account_number = r.account_number
                                               AND b.held_fen <> 0)
        THEN :next_at ELSE :idle_at END
    FROM due d WHERE d.institution_code = r.institution_code AND d.account_number = r.account_number)
SELECT count(*) AS accounts FROM due
