-- Whether anything is known of an account where it is named: an order that was sent, a stop, or a booking.
-- Tables of other features: outflow and inflow (books).
SELECT EXISTS (SELECT FROM stop_order
               WHERE institution_code = :institution_code AND account_number = :account_number AND (attempts > 0 OR counted))
       OR EXISTS (SELECT FROM outflow WHERE institution_code = :institution_code AND account_number = :account_number)
       OR EXISTS (SELECT FROM inflow WHERE institution_code = :institution_code AND account_number = :account_number) AS known
