-- The transfers that a case's reports name, as case_transfer; corrected ones name nobody any more.
-- MATERIALIZED: a condition on the payer would have an index of all payers read.
-- Tables of other features: reported_transfer (orders).
case_transfer AS MATERIALIZED (
    SELECT transfer_id, payer_institution_code, payer_number, payer_name, institution_code, account_number, account_name, account_kind,
           reported_at,
           EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = reported.transfer_id OFFSET 0)
           OR EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects_payer_of = reported.transfer_id OFFSET 0) AS corrected
    FROM reported_transfer reported WHERE case_id = :case_id)
