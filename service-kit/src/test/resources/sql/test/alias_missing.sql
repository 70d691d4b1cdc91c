-- Rows without an alias.
SELECT * FROM :seats WHERE :guest = '' AND :hall = 1 AND :at IS NULL
