-- Balances of accounts, as institutions told them.
-- Tables of other features: balance (facts).
SELECT b.institution_code, b.account_number, b.balance_fen, b.as_of, b.opening_fen, b.since
FROM :accounts AS a (institution_code, account_number)
CROSS JOIN LATERAL (
    SELECT * FROM balance
    WHERE balance.institution_code = a.institution_code AND balance.account_number = a.account_number OFFSET 0) b
