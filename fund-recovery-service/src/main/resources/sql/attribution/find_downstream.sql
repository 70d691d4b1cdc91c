-- The accounts whose shares depend on those that are due: what these paid, level by level. Begins one step earlier where a booking into a
-- due account names a payer of which bookings or a balance are told: that account may have paid it.
-- Makes the rows of accounts that have none. OFFSET 0 makes the statement go by index from account to account.
-- Tables of other features: booking and balance (facts).
WITH RECURSIVE due AS (
    SELECT institution_code, account_number FROM :due AS d),
reached AS (
    SELECT institution_code, account_number FROM (
        SELECT institution_code, account_number FROM due
        UNION
        SELECT b.institution_code, b.account_number
        FROM due CROSS JOIN LATERAL (
            SELECT counterparty_institution_code AS institution_code, counterparty_number AS account_number
            FROM booking
            WHERE booking.institution_code = due.institution_code AND booking.account_number = due.account_number
              AND direction = 'IN' AND counterparty_number <> '' OFFSET 0) b
        WHERE EXISTS (SELECT FROM booking own WHERE own.institution_code = b.institution_code
                                                AND own.account_number = b.account_number)
           OR EXISTS (SELECT FROM balance own WHERE own.institution_code = b.institution_code
                                                AND own.account_number = b.account_number)) seed
    UNION
    SELECT n.institution_code, n.account_number
    FROM reached r CROSS JOIN LATERAL (
        SELECT counterparty_institution_code AS institution_code, counterparty_number AS account_number
        FROM booking
        WHERE booking.institution_code = r.institution_code AND booking.account_number = r.account_number
          AND direction = 'OUT' AND kind = 'TRANSFER' AND counterparty_number <> ''
        UNION ALL
        SELECT institution_code, account_number
        FROM booking
        WHERE booking.counterparty_institution_code = r.institution_code AND booking.counterparty_number = r.account_number
          AND booking.counterparty_number <> '' AND direction = 'IN'
        OFFSET 0) n),
made AS (
    INSERT INTO attributed_account (institution_code, account_number, revision)
    SELECT institution_code, account_number, 0 FROM reached
    WHERE NOT EXISTS (
        SELECT FROM attributed_account a
        WHERE a.institution_code = reached.institution_code AND a.account_number = reached.account_number)
    ORDER BY institution_code, account_number
    ON CONFLICT (institution_code, account_number) DO NOTHING)
SELECT r.institution_code, r.account_number, coalesce(a.revision, 0) AS revision, coalesce(a.version, 0) AS version
FROM reached r LEFT JOIN LATERAL (
    SELECT revision, version FROM attributed_account a
    WHERE a.institution_code = r.institution_code AND a.account_number = r.account_number OFFSET 0) a ON true
