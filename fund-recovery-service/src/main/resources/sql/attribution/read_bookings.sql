-- Bookings of accounts that count.
-- Tables of other features: booking (facts).
SELECT b.institution_code, b.account_number, b.direction, b.serial, b.ordinal, b.amount_fen, b.booked_at, b.sequence, b.kind,
       b.counterparty_institution_code, b.counterparty_number
FROM :accounts AS a (institution_code, account_number)
CROSS JOIN LATERAL (
    SELECT * FROM booking
    WHERE booking.institution_code = a.institution_code AND booking.account_number = a.account_number
      AND NOT is_replaced OFFSET 0) b
