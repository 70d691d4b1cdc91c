-- The accounts whose shares depend on those that are due: what these paid, level by level. Begins one step earlier where a booking into a
-- due account names a payer of which something is known, and where a victim reported to have paid it from an account to which other
-- victims paid: that account may have paid it.
-- Makes the rows of accounts that have none. OFFSET 0 makes the statement go by index from account to account.
-- Tables of other features: booking, balance and reported_transfer (facts).
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
                                                AND own.account_number = b.account_number)
           OR EXISTS (SELECT FROM booking other WHERE other.counterparty_institution_code = b.institution_code
                                                  AND other.counterparty_number = b.account_number
                                                  AND other.counterparty_number <> '' AND other.direction = 'OUT')
           OR EXISTS (SELECT FROM reported_transfer t WHERE t.institution_code = b.institution_code
                                                        AND t.account_number = b.account_number AND t.is_loss)
        UNION
        SELECT t.institution_code, t.account_number
        FROM due CROSS JOIN LATERAL (
            SELECT payer_institution_code AS institution_code, payer_number AS account_number
            FROM reported_transfer
            WHERE reported_transfer.institution_code = due.institution_code
              AND reported_transfer.account_number = due.account_number AND is_loss AND payer_number <> '' OFFSET 0) t
        WHERE EXISTS (SELECT FROM reported_transfer own WHERE own.institution_code = t.institution_code
                                                          AND own.account_number = t.account_number AND own.is_loss)) seed
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
        UNION ALL
        SELECT institution_code, account_number
        FROM reported_transfer
        WHERE reported_transfer.payer_institution_code = r.institution_code AND reported_transfer.payer_number = r.account_number
          AND is_loss
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
