-- Money that a freeze holds, and why it moved.
ALTER TABLE ledger_entry
    DROP CONSTRAINT ledger_entry_cause_check,
    DROP CONSTRAINT ledger_entry_debited_check,
    DROP CONSTRAINT ledger_entry_credited_check,
    ADD CONSTRAINT ledger_entry_cause_check CHECK (cause IN ('REPORTED', 'STOP_IN_EFFECT', 'STOP_LAPSED', 'STOP_LIFTED',
                                                             'CORRECTED', 'TRACED', 'FREEZE_IN_EFFECT', 'FREEZE_LIFTED',
                                                             'FREEZE_LAPSED')),
    ADD CONSTRAINT ledger_entry_debited_check CHECK (debited IN ('REPORTED', 'UNKNOWN', 'HELD', 'LAPSED', 'LIFTED', 'ONWARD',
                                                                 'CASH', 'MERCHANT', 'RESTORED', 'FROZEN')),
    ADD CONSTRAINT ledger_entry_credited_check CHECK (credited IN ('REPORTED', 'UNKNOWN', 'HELD', 'LAPSED', 'LIFTED', 'ONWARD',
                                                                   'CASH', 'MERCHANT', 'RESTORED', 'FROZEN'));
