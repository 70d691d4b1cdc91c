-- Finds seats.
SELECT id FROM seat WHERE id = ANY (:ids) AND taken_at < :before AND hall = ANY (:halls)
