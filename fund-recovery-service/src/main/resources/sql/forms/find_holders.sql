-- Who holds frozen accounts, by the id of the freeze.
-- Tables of other features: hold (facts).
SELECT hold_id, account_name, began_at FROM hold WHERE hold_id = ANY (:hold_ids)
