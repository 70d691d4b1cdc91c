-- Bookings of certain sums into accounts, by any answer about them.
-- Tables of other features: inflow (books).
SELECT i.institution_code, i.account_number, i.amount_fen, i.booked_at
FROM :sums AS s
JOIN inflow i ON i.institution_code = s.institution_code AND i.account_number = s.account_number
     AND i.amount_fen = s.amount_fen
