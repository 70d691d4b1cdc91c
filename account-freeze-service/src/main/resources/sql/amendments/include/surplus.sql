-- What several cases have on the account of the claim own as one, above the sum of what each has there. No row when only one case has money
-- there, when another case has frozen it, or when it is unclear.
-- Tables of other features: claim and outflow (books), reported_transfer (orders), freeze_order (holds).
SELECT greatest(c.reported_fen - c.returned_fen - coalesce(duplicates.amount_fen, 0) - coalesce(outflows.amount_fen, 0) - c.remaining_fen,
                0)::bigint
       AS surplus_fen
FROM (
    SELECT sum(reported_fen) AS reported_fen, sum(returned_fen) AS returned_fen, array_agg(case_id) AS cases,
           sum(greatest(reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - restored_fen - returned_fen, 0))
               AS remaining_fen,
           bool_or(revision <> traced_revision OR received_fen > 0) AS is_unclear
    FROM claim WHERE claim.institution_code = own.institution_code AND claim.account_number = own.account_number
      AND end_details ->> 'cause' IS DISTINCT FROM 'WITHDRAWN' OFFSET 0) c
CROSS JOIN LATERAL (
    SELECT min(transferred_at) AS began_at, bool_or(transferred_at IS NULL OR amount_fen IS NULL) AS is_unclear
    FROM reported_transfer r
    WHERE r.institution_code = own.institution_code AND r.account_number = own.account_number OFFSET 0) reports
CROSS JOIN LATERAL (
    SELECT sum(r.amount_fen) AS amount_fen FROM reported_transfer r
    WHERE r.institution_code = own.institution_code AND r.account_number = own.account_number AND r.case_id = ANY (c.cases)
      AND EXISTS (SELECT FROM reported_transfer same
                  WHERE same.institution_code = r.institution_code AND same.account_number = r.account_number
                    AND same.amount_fen = r.amount_fen AND same.case_id < r.case_id
                    AND same.transferred_at BETWEEN r.transferred_at - :tolerance::interval
                        AND r.transferred_at + :tolerance::interval OFFSET 0) OFFSET 0) duplicates
CROSS JOIN LATERAL (
    SELECT sum(o.amount_fen) AS amount_fen FROM outflow o
    WHERE o.institution_code = own.institution_code AND o.account_number = own.account_number
      AND o.booked_at >= reports.began_at - :tolerance::interval OFFSET 0) outflows
WHERE cardinality(c.cases) > 1 AND NOT c.is_unclear AND NOT reports.is_unclear
  AND NOT EXISTS (SELECT FROM freeze_order f
                  WHERE f.institution_code = own.institution_code AND f.account_number = own.account_number
                    AND f.case_id <> own.case_id AND f.state NOT IN ('DECLINED', 'LIFTED', 'AUTO_LIFTED', 'RETURNED'))
