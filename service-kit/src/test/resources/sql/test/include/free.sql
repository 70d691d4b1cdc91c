-- The seats that are free.
free AS (
    SELECT id FROM seat WHERE hall = :hall
),
