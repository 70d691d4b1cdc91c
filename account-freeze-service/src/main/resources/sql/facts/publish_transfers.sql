-- Marks transfers as told, and gives them a higher revision. They are locked. Returns those with a payee account: the others only name who
-- paid.
-- Tables of other features: reported_transfer (orders).
WITH published AS (
    UPDATE reported_transfer SET unpublished = false, publications = publications + 1, published_loss = t.is_loss
    FROM :transfers AS t
    WHERE reported_transfer.transfer_id = t.transfer_id
    RETURNING reported_transfer.*)
SELECT transfer_id, case_id, publications, payer_institution_code, payer_number, payer_name, institution_code, account_number,
       account_name, account_kind, amount_fen, transferred_at, serial, corrects, duplicate_of, published_loss
FROM published WHERE account_number <> '' ORDER BY case_id, transfer_id
