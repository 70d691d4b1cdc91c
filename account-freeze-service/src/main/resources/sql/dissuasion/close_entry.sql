-- Closes an entry that the officer has claimed.
UPDATE dissuasion SET outcome = :outcome, note = :note, closed_at = :closed_at
WHERE dissuasion_id = :dissuasion_id
  AND closed_at IS NULL AND (organisation, badge_number) = (:organisation, :badge_number)
RETURNING dissuasion_id
