-- Books the entries of events. An event whose id is in the inbox is not booked again.
-- Events are inserted in the order of their ids, so that replicas that book the same events cannot deadlock.
-- Returns the ids of the new events.
-- Accounts with held money are compared with what institutions tell, once facts have had time to arrive.
-- Tables of other features: victim (eligibility), reconciled_account (reconciliation).
WITH new_event AS (
    INSERT INTO inbox (event_id, case_id, received_at)
    SELECT event_id, case_id, :received_at
    FROM :events AS e
    ORDER BY event_id
    ON CONFLICT (event_id) DO NOTHING
    RETURNING event_id),
booked_entry AS (
    INSERT INTO ledger_entry (entry_id, event_id, ordinal, case_id,
                              institution_code, account_number, account_name, account_kind,
                              application_id, cause, credited, debited, amount_fen, occurred_at, recorded_at)
    SELECT e.entry_id, event_id, e.ordinal, e.case_id,
           e.institution_code, e.account_number, e.account_name, e.account_kind,
           e.application_id, e.cause, e.credited, e.debited, e.amount_fen, e.occurred_at, :received_at
    FROM new_event JOIN :entries AS e USING (event_id)),
restored AS ( -- what a victim got back lowers the claim: plans are made again
    INSERT INTO victim (case_id, version, plans_due_at)
    SELECT DISTINCT e.case_id, 0, :received_at FROM new_event JOIN :entries AS e USING (event_id)
    WHERE 'RESTORED' IN (e.debited, e.credited)
    ORDER BY e.case_id
    ON CONFLICT (case_id) DO UPDATE SET plans_due_at = excluded.plans_due_at),
compared AS (
    INSERT INTO reconciled_account (institution_code, account_number, due_at)
    SELECT DISTINCT e.institution_code, e.account_number, :received_at + interval '10 minutes' FROM new_event JOIN :entries AS e USING (event_id)
    WHERE e.debited IN ('HELD', 'FROZEN') OR e.credited IN ('HELD', 'FROZEN')
    ORDER BY e.institution_code, e.account_number
    ON CONFLICT (institution_code, account_number) DO UPDATE SET due_at = excluded.due_at
    WHERE reconciled_account.due_at > excluded.due_at + interval '1 hour') -- nothing was held: it is looked at once a day
SELECT event_id FROM new_event
