-- Moves the reported transfers of a moved account, of the cases whose claims moved.
UPDATE reported_transfer SET institution_code = :to_institution_code, screening_due_at = :moved_at, version = version + 1,
    unpublished = true
WHERE institution_code = :institution_code AND account_number = :account_number AND case_id = ANY (:case_ids)
