-- Locks the reported transfers of an account that is about to move. Must come first: a transaction that has locked an
-- account's transfers waits for its orders, and must not wait for us.
SELECT FROM reported_transfer WHERE institution_code = :institution_code AND account_number = :account_number
ORDER BY transfer_id FOR UPDATE
