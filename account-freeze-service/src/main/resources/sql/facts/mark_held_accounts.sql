-- Of accounts that are held something new is told: it is looked at again whether a statement is needed. An account that a measure holds
-- is kept from then on; others count only once they are. A balance allows one more statement: what a bank never lists is not asked for again and
-- again.
-- Tables of other features: held_account (queries).
INSERT INTO held_account (institution_code, account_number, statement_due_at, balance_due_at, statements_asked)
SELECT told.institution_code, told.account_number, :statement_due_at, CASE WHEN told.is_held THEN :balance_due_at END,
       CASE WHEN told.is_balance THEN 2 ELSE 0 END -- of three
FROM (SELECT institution_code, account_number, bool_or(is_held) AS is_held, bool_and(is_balance) AS is_balance FROM :accounts AS a
      GROUP BY institution_code, account_number) told
WHERE told.is_held
   OR EXISTS (SELECT FROM held_account h
              WHERE h.institution_code = told.institution_code AND h.account_number = told.account_number OFFSET 0)
ORDER BY told.institution_code, told.account_number
ON CONFLICT (institution_code, account_number) DO UPDATE SET
    statement_due_at = least(held_account.statement_due_at, excluded.statement_due_at),
    statements_asked = least(held_account.statements_asked, excluded.statements_asked),
    balance_due_at   = coalesce(held_account.balance_due_at, excluded.balance_due_at),
    marks            = held_account.marks + 1
