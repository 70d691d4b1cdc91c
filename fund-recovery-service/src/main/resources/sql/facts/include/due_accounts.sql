-- Makes accounts due to be attributed, each once. Needs changed_account (institution_code, account_number), and :due_at. In the order
-- of keys, so that replicas cannot deadlock. What is due already stays due then, so that news which keeps coming delays nothing.
-- Tables of other features: attributed_account (attribution).
INSERT INTO attributed_account AS a (institution_code, account_number, revision, due_at)
SELECT DISTINCT institution_code, account_number, 1, :due_at
FROM changed_account WHERE account_number <> ''
ORDER BY institution_code, account_number
ON CONFLICT (institution_code, account_number) DO UPDATE
SET revision = a.revision + 1, due_at = least(a.due_at, excluded.due_at)
