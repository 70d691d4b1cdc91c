-- Who is a payer is read from reported transfers alone, so that whoever corrects a transfer withdraws its payer. A transfer without a
-- payee account is stored for its payer: its own account is empty.
ALTER TABLE reported_transfer
    ADD COLUMN payer_name        text NOT NULL DEFAULT '', -- as typed; the payer's institution is that which it is routed to
    ADD COLUMN reported_at       timestamptz,
    ADD COLUMN corrects_payer_of uuid; -- the transfer without a payee account whose payer this one corrects

CREATE INDEX reported_transfer_corrects_payer_of ON reported_transfer (corrects_payer_of) WHERE corrects_payer_of IS NOT NULL;

UPDATE reported_transfer t SET reported_at = i.received_at
FROM (SELECT case_id, min(received_at) AS received_at FROM inbox GROUP BY case_id) i
WHERE i.case_id = t.case_id;
UPDATE reported_transfer SET reported_at = 'epoch' WHERE reported_at IS NULL;
ALTER TABLE reported_transfer ALTER COLUMN reported_at SET NOT NULL;

-- Of several names for one account the victim's is that of the transfers; the others get transfers of their own, as do payers of transfers
-- without a payee account.
UPDATE reported_transfer t
SET payer_institution_code = n.institution_code, payer_name = n.account_name, reported_at = n.named_at
FROM (SELECT DISTINCT ON (p.case_id, p.account_number, p.institution_code) p.*
      FROM named_payer p LEFT JOIN (SELECT case_id, max(victim_name) AS victim_name FROM inbox GROUP BY case_id) i USING (case_id)
      ORDER BY p.case_id, p.account_number, p.institution_code, p.account_name = i.victim_name DESC NULLS LAST,
               p.account_name DESC) n
WHERE n.case_id = t.case_id AND n.account_number = t.payer_number AND t.payer_institution_code IN ('', n.institution_code);

INSERT INTO reported_transfer (transfer_id, case_id, institution_code, account_number, account_name, account_kind, serial,
                               payer_institution_code, payer_number, payer_name, reported_at)
SELECT gen_random_uuid(), n.case_id, '', '', '', 'UNSPECIFIED', '', n.institution_code, n.account_number, n.account_name, n.named_at
FROM named_payer n
WHERE NOT EXISTS (SELECT FROM reported_transfer t
                  WHERE t.case_id = n.case_id AND t.payer_number = n.account_number
                    AND t.payer_institution_code = n.institution_code AND t.payer_name = n.account_name);

DROP TABLE named_payer;

-- Payers of the transfers that count. OFFSET 0: reads by key.
CREATE VIEW named_payer AS
SELECT t.case_id, t.payer_institution_code AS institution_code, t.payer_number AS account_number, t.payer_name AS account_name,
       t.reported_at AS named_at
FROM reported_transfer t
WHERE t.payer_number <> ''
  AND NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = t.transfer_id OFFSET 0)
  AND NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects_payer_of = t.transfer_id OFFSET 0);
