-- Claims an entry for an officer. When two claim it at once, the lock of its row lets one go first.
UPDATE dissuasion d SET organisation = :organisation, badge_number = :badge_number, claimed_until = :claimed_until,
    claimed_at = CASE WHEN (d.organisation, d.badge_number) = (:organisation, :badge_number) AND d.claimed_until > :now
                      THEN d.claimed_at ELSE :now END
WHERE d.dissuasion_id = :dissuasion_id AND d.closed_at IS NULL
  AND ((d.organisation, d.badge_number) = (:organisation, :badge_number) AND d.claimed_until > :now
       OR (d.claimed_at IS NULL OR d.claimed_until <= :now) AND (
       -- include: sql/dissuasion/include/withdrawal.sql
       ) IS NULL)
RETURNING dissuasion_id
