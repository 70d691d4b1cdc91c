-- Money that went back to an account of the victim's side.
ALTER TABLE ledger_entry
    DROP CONSTRAINT ledger_entry_debited_check,
    DROP CONSTRAINT ledger_entry_credited_check,
    ADD CONSTRAINT ledger_entry_debited_check CHECK (debited IN ('REPORTED', 'UNKNOWN', 'HELD', 'LAPSED', 'LIFTED',
                                                                 'ONWARD', 'CASH', 'MERCHANT', 'RESTORED')),
    ADD CONSTRAINT ledger_entry_credited_check CHECK (credited IN ('REPORTED', 'UNKNOWN', 'HELD', 'LAPSED', 'LIFTED',
                                                                   'ONWARD', 'CASH', 'MERCHANT', 'RESTORED'));
