-- Releases an entry that the officer has claimed.
UPDATE dissuasion SET organisation = NULL, badge_number = NULL, claimed_at = NULL, claimed_until = NULL
WHERE dissuasion_id = :dissuasion_id AND closed_at IS NULL AND (organisation, badge_number) = (:organisation, :badge_number)
RETURNING dissuasion_id
