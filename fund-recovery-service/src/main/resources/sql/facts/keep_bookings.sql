-- Keeps bookings by their highest revisions. Where one says something new, its account is due to be attributed, and so is the account
-- that was paid. Rows are locked in the order of keys, so that replicas cannot deadlock; what they said before is read under the lock.
WITH told AS MATERIALIZED (SELECT * FROM :bookings AS b),
before AS MATERIALIZED (
    SELECT b.* FROM (SELECT * FROM told ORDER BY institution_code, account_number, direction, serial, ordinal) t
    CROSS JOIN LATERAL (
        SELECT * FROM booking
        WHERE booking.institution_code = t.institution_code AND booking.account_number = t.account_number
          AND booking.direction = t.direction AND booking.serial = t.serial AND booking.ordinal = t.ordinal
        FOR NO KEY UPDATE) b),
kept AS (
    INSERT INTO booking AS b (
        institution_code, account_number, direction, serial, ordinal, revision, account_name, account_kind, kind, amount_fen,
        booked_at, sequence, counterparty_institution_code, counterparty_number, counterparty_name, counterparty_kind,
        is_replaced)
    SELECT t.institution_code, t.account_number, t.direction, t.serial, t.ordinal, t.revision, t.account_name, t.account_kind,
           t.kind, t.amount_fen, t.booked_at, t.sequence, t.counterparty_institution_code, t.counterparty_number,
           t.counterparty_name, t.counterparty_kind, t.is_replaced
    FROM told t LEFT JOIN before USING (institution_code, account_number, direction, serial, ordinal)
    WHERE before.revision IS NULL OR before.revision < t.revision
    ORDER BY t.institution_code, t.account_number, t.direction, t.serial, t.ordinal
    ON CONFLICT (institution_code, account_number, direction, serial, ordinal) DO UPDATE
    SET revision = excluded.revision, account_name = excluded.account_name, account_kind = excluded.account_kind,
        kind = excluded.kind, amount_fen = excluded.amount_fen, booked_at = excluded.booked_at, sequence = excluded.sequence,
        counterparty_institution_code = excluded.counterparty_institution_code,
        counterparty_number = excluded.counterparty_number, counterparty_name = excluded.counterparty_name,
        counterparty_kind = excluded.counterparty_kind, is_replaced = excluded.is_replaced
    WHERE b.revision < excluded.revision
    RETURNING institution_code, account_number, direction, serial, ordinal),
changed AS (
    SELECT t.institution_code, t.account_number, t.direction,
           t.counterparty_institution_code, t.counterparty_number,
           before.counterparty_institution_code AS paid_before_institution_code,
           before.counterparty_number AS paid_before_number
    FROM kept JOIN told t USING (institution_code, account_number, direction, serial, ordinal)
    LEFT JOIN before USING (institution_code, account_number, direction, serial, ordinal)
    WHERE (t.account_name, t.account_kind, t.kind, t.amount_fen, t.booked_at, t.sequence, t.counterparty_institution_code,
           t.counterparty_number, t.counterparty_name, t.counterparty_kind, t.is_replaced)
          IS DISTINCT FROM
          (before.account_name, before.account_kind, before.kind, before.amount_fen, before.booked_at, before.sequence,
           before.counterparty_institution_code, before.counterparty_number, before.counterparty_name,
           before.counterparty_kind, before.is_replaced)),
changed_account AS (
    SELECT institution_code, account_number FROM changed
    UNION SELECT counterparty_institution_code, counterparty_number FROM changed WHERE direction = 'OUT'
    UNION SELECT paid_before_institution_code, paid_before_number FROM changed WHERE direction = 'OUT')
-- include: sql/facts/include/due_accounts.sql
