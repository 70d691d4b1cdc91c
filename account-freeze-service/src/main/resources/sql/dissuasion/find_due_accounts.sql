-- Accounts that are due to be screened.
-- Tables of other features: inflow (books), reported_transfer (orders).
SELECT DISTINCT institution_code, account_number FROM (
    (SELECT institution_code, account_number FROM inflow WHERE screening_due_at <= :now ORDER BY screening_due_at LIMIT :max_accounts)
    UNION ALL
    (SELECT institution_code, account_number FROM reported_transfer WHERE screening_due_at <= :now
     ORDER BY screening_due_at LIMIT :max_accounts)) due
