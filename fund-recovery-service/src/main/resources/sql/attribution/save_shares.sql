-- Writes what was computed, unless one of the accounts has been computed since it was read: then nothing is written, and the accounts stay
-- due. An account of which something was told since stays due, too. Rows are locked in the order of their keys.
WITH read_account AS MATERIALIZED (
    SELECT current.version = a.version AS is_same
    FROM (SELECT institution_code, account_number, version FROM :accounts AS a (institution_code, account_number, version)
          ORDER BY institution_code, account_number) a
    CROSS JOIN LATERAL (
        SELECT version FROM attributed_account
        WHERE attributed_account.institution_code = a.institution_code
          AND attributed_account.account_number = a.account_number
        FOR UPDATE) current),
gate AS (
    SELECT true AS is_open
    WHERE (SELECT count(*) FROM read_account WHERE is_same) = cardinality(:accounts.institution_code)),
saved AS (
    UPDATE attributed_account SET
        version = attributed_account.version + 1, attributed_revision = a.revision, computed_at = :now,
        due_at = CASE WHEN attributed_account.revision > a.revision THEN :now END,
        shares = a.shares::jsonb, total_fen = a.total_fen, is_unique = a.is_unique, needs_statement = a.needs_statement,
        is_determined = a.is_determined, opening_fen = a.opening_fen, missing_fen = a.missing_fen, balance_fen = a.balance_fen,
        balance_as_of = a.balance_as_of, inflows = a.inflows, level = a.level, draft_due_at = :now
    FROM gate, :accounts AS a
    WHERE attributed_account.institution_code = a.institution_code AND attributed_account.account_number = a.account_number
    RETURNING attributed_account.institution_code, attributed_account.account_number),
carried AS (
    INSERT INTO attributed_flow (source, institution_code, account_number, serial, ordinal, payer_institution_code, payer_number,
                                 payee_institution_code, payee_number, amount_fen, booked_at, sequence, shares, is_unique,
                                 needs_statement, level, is_credited)
    SELECT f.source, f.institution_code, f.account_number, f.serial, f.ordinal,
           CASE WHEN f.payer_number <> '' THEN f.payer_institution_code END, nullif(f.payer_number, ''),
           CASE WHEN f.payee_number <> '' THEN f.payee_institution_code END, nullif(f.payee_number, ''), f.amount_fen, f.booked_at, f.sequence,
           f.shares::jsonb, f.is_unique, f.needs_statement, f.level, f.is_credited
    FROM gate, :flows AS f
    ON CONFLICT (institution_code, account_number, source, serial, ordinal) DO UPDATE SET
        payer_institution_code = excluded.payer_institution_code, payer_number = excluded.payer_number,
        payee_institution_code = excluded.payee_institution_code, payee_number = excluded.payee_number,
        amount_fen = excluded.amount_fen, booked_at = excluded.booked_at, sequence = excluded.sequence, shares = excluded.shares,
        is_unique = excluded.is_unique, needs_statement = excluded.needs_statement, level = excluded.level,
        is_credited = excluded.is_credited
    WHERE (attributed_flow.*) IS DISTINCT FROM (excluded.*)),
gone AS (
    DELETE FROM attributed_flow
    USING gate, :accounts AS a (institution_code, account_number)
    WHERE (attributed_flow.payer_institution_code = a.institution_code AND attributed_flow.payer_number = a.account_number
           OR attributed_flow.payer_number IS NULL
              AND attributed_flow.payee_institution_code = a.institution_code AND attributed_flow.payee_number = a.account_number)
      AND NOT EXISTS (
          SELECT FROM :flows AS f (source, institution_code, account_number, serial, ordinal)
          WHERE f.source = attributed_flow.source AND f.institution_code = attributed_flow.institution_code
            AND f.account_number = attributed_flow.account_number AND f.serial = attributed_flow.serial
            AND f.ordinal = attributed_flow.ordinal))
SELECT count(*) AS accounts FROM saved
