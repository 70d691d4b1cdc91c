-- Whose account is it: the accounts that a case's reports name as payers, once for each name, and the victim's name.
CREATE TABLE named_payer (
    case_id          uuid        NOT NULL,
    institution_code text        NOT NULL, -- empty where nobody has named it
    account_number   text        NOT NULL,
    account_name     text        NOT NULL, -- as typed, may be empty
    named_at         timestamptz NOT NULL,
    PRIMARY KEY (case_id, account_number, institution_code, account_name)
);

CREATE INDEX named_payer_account ON named_payer (account_number, institution_code);

ALTER TABLE inbox ADD COLUMN victim_name text NOT NULL DEFAULT '';

-- Payers of the transfers that were reported before. When they were named is not known: as if it were when their case came in.
INSERT INTO named_payer (case_id, institution_code, account_number, account_name, named_at)
SELECT DISTINCT t.case_id, t.payer_institution_code, t.payer_number, '', i.received_at
FROM reported_transfer t JOIN (SELECT case_id, min(received_at) AS received_at FROM inbox GROUP BY case_id) i USING (case_id)
WHERE t.payer_number <> '';

-- Who was paid by an account: asked before money that reached a victim's account is stopped there.
CREATE INDEX inflow_payer ON inflow (payer_number, payer_institution_code);
CREATE INDEX dissuasion_payer ON dissuasion (payer_number, payer_institution_code);
