-- Number of stops that an account has had.
SELECT
-- include: sql/orders/include/stop_count.sql
FROM stop_order WHERE institution_code = :institution_code AND account_number = :account_number
