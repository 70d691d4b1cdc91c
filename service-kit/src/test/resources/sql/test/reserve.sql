-- Reserves seats; :at, 'quotes' and casts :: in a comment are not looked at.
WITH wanted AS (
    SELECT * FROM :seats AS s), -- all columns
-- include: sql/test/include/free.sql
taken AS (
    UPDATE seat SET taken_at = :at, note = ':at -- kept'
    FROM wanted w JOIN :seats AS n (note, seat_id) USING (seat_id)
    WHERE seat.id = ANY (:seats.seat_id))
SELECT :guest AS guest, "a:at" FROM taken
WHERE n::int = cardinality(:seats.note)
