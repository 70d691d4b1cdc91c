-- Lists the payers of a stopped account, with the names of their holders as far as anybody told them. What became due after the account was read stays due.
-- Tables of other features: inflow (books), reported_transfer (orders), and those that withdrawal reads.
WITH inflows AS (
    UPDATE inflow SET screening_due_at = CASE WHEN screening_due_at > :now THEN screening_due_at END,
                      answered = i.answered
    FROM :inflows AS i
    WHERE institution_code = :institution_code AND account_number = :account_number AND inflow.serial = i.serial
      AND inflow.ordinal = i.ordinal AND (screening_due_at <= :now OR inflow.answered <> i.answered)),
transfers AS (
    UPDATE reported_transfer SET screening_due_at = NULL
    WHERE institution_code = :institution_code AND account_number = :account_number AND transfer_id = ANY (:transfer_ids)
      AND screening_due_at <= :now)
INSERT INTO dissuasion AS listed (
    dissuasion_id, institution_code, account_number, account_name, account_kind, payer_institution_code,
    payer_number, payer_name, payer_kind, amount_fen, transfers, first_booked_at, last_booked_at, listed_at)
SELECT d.dissuasion_id, :institution_code, :account_number, :account_name, :account_kind, d.payer_institution_code,
       d.payer_number, coalesce(nullif(d.payer_name, ''), holder.name, ''), d.payer_kind, d.amount_fen, d.transfers, d.first_booked_at, d.last_booked_at, :now
FROM :payers AS d
LEFT JOIN LATERAL (
    SELECT name FROM holder_name
    WHERE holder_name.institution_code = d.payer_institution_code AND holder_name.account_number = d.payer_number OFFSET 0) holder ON true
WHERE (
-- include: sql/dissuasion/include/withdrawal.sql
      ) IS NULL
ON CONFLICT (institution_code, account_number, payer_institution_code, payer_number) DO UPDATE
SET amount_fen = excluded.amount_fen, transfers = excluded.transfers,
    first_booked_at = excluded.first_booked_at, last_booked_at = excluded.last_booked_at
WHERE (listed.amount_fen, listed.transfers) <> (excluded.amount_fen, excluded.transfers)
