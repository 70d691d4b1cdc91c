-- Keeps the name of a holder, and names the payer in the entries that have no name of it. The name that is told last counts for later entries.
WITH kept AS (
    INSERT INTO holder_name AS known (institution_code, account_number, name, told_at)
    VALUES (:institution_code, :account_number, :name, :now)
    ON CONFLICT (institution_code, account_number) DO UPDATE SET name = excluded.name, told_at = excluded.told_at
    WHERE known.told_at < excluded.told_at)
UPDATE dissuasion SET payer_name = :name
WHERE payer_institution_code = :institution_code AND payer_number = :account_number AND payer_name = ''
