-- Whether anything is known of an account where it is named: an order that was sent, a stop, a freeze, or a booking.
-- Tables of other features: claim, outflow and inflow (books).
SELECT EXISTS (SELECT FROM stop_order
               WHERE institution_code = :institution_code AND account_number = :account_number AND (attempts > 0 OR counted))
       OR EXISTS (SELECT FROM claim
                  WHERE institution_code = :institution_code AND account_number = :account_number AND freeze_id IS NOT NULL)
       OR EXISTS (SELECT FROM outflow WHERE institution_code = :institution_code AND account_number = :account_number)
       OR EXISTS (SELECT FROM inflow WHERE institution_code = :institution_code AND account_number = :account_number) AS known
