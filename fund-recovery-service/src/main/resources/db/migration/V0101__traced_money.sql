-- Money that moved on: to other accounts of the case, into cash, to merchants.
ALTER TABLE ledger_entry
    DROP CONSTRAINT ledger_entry_cause_check,
    DROP CONSTRAINT ledger_entry_debited_check,
    DROP CONSTRAINT ledger_entry_credited_check,
    DROP CONSTRAINT ledger_entry_amount,
    ADD CONSTRAINT ledger_entry_cause_check CHECK (cause IN ('REPORTED', 'STOP_IN_EFFECT', 'STOP_LAPSED', 'STOP_LIFTED',
                                                             'CORRECTED', 'TRACED')),
    ADD CONSTRAINT ledger_entry_debited_check CHECK (debited IN ('REPORTED', 'UNKNOWN', 'HELD', 'LAPSED', 'LIFTED',
                                                                 'ONWARD', 'CASH', 'MERCHANT')),
    ADD CONSTRAINT ledger_entry_credited_check CHECK (credited IN ('REPORTED', 'UNKNOWN', 'HELD', 'LAPSED', 'LIFTED',
                                                                   'ONWARD', 'CASH', 'MERCHANT')),
    -- One movement may stand for ten thousand transfers of the most that one may carry.
    ADD CONSTRAINT ledger_entry_amount CHECK (amount_fen BETWEEN 1 AND 100000000000000000);
