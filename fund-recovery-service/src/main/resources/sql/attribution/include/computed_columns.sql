-- What was computed of an account.
       a.institution_code, a.account_number, a.shares::text AS shares, a.is_unique, a.needs_statement, a.is_determined, a.opening_fen,
       a.missing_fen, a.balance_fen, a.balance_as_of, a.inflows, a.level, a.computed_at, a.revision = a.attributed_revision AS is_current
