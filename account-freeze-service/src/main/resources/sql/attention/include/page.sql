-- A page of open_item: first those with the highest product of money and age at :as_of. Who comes after the last item of the page
-- before is decided by the same product, so that pages do not shift.
SELECT * FROM (
    SELECT open_item.*, at_risk_fen * extract(epoch FROM :as_of - since) AS weight FROM open_item
    WHERE since <= :as_of AND (:reason IS NULL OR reason = :reason)) weighed
WHERE :after_weight IS NULL OR weight < :after_weight::numeric
   OR weight = :after_weight::numeric AND (case_id, institution_code, account_number, reason)
      > (:after_case_id, :after_institution_code, :after_account_number, :after_reason)
ORDER BY weight DESC, case_id, institution_code, account_number, reason LIMIT :max_items
