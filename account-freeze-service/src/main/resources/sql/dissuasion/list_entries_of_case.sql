-- A page of the entries of the accounts that a case has claims on, newest first.
-- Tables of other features: claim (books).
SELECT entry.* FROM (
    SELECT newest.dissuasion_id FROM claim CROSS JOIN LATERAL (
        SELECT d.dissuasion_id FROM dissuasion d
        WHERE d.institution_code = claim.institution_code AND d.account_number = claim.account_number
          AND d.dissuasion_id < :before_id
        ORDER BY d.dissuasion_id DESC LIMIT :max_entries) newest
    WHERE claim.case_id = :case_id
    ORDER BY newest.dissuasion_id DESC LIMIT :max_entries) page
CROSS JOIN LATERAL (
-- include: sql/dissuasion/include/entries.sql
WHERE entry.dissuasion_id = page.dissuasion_id OFFSET 0) entry
ORDER BY page.dissuasion_id DESC
