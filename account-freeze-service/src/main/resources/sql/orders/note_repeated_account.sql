-- Notes an account that has more than one order.
-- Tables of other features: repeated_account (mules).
INSERT INTO repeated_account (institution_code, account_number, since)
SELECT :institution_code, :account_number, :moved_at FROM (
    SELECT count(*) AS orders FROM (
        (SELECT FROM stop_order
         WHERE institution_code = :institution_code AND account_number = :account_number LIMIT 2)
        UNION ALL
        (SELECT FROM waiting_order
         WHERE institution_code = :institution_code AND account_number = :account_number LIMIT 1)) found) named
WHERE orders > 1
ON CONFLICT (institution_code, account_number) DO NOTHING
