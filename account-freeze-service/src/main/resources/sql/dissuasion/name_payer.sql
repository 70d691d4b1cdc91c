-- Names a payer in the entries that have no name of it.
UPDATE dissuasion SET payer_name = :name
WHERE payer_institution_code = :institution_code AND payer_number = :account_number AND payer_name = ''
