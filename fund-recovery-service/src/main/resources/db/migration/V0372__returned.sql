-- 资金返还: money that was paid back to victims out of a freeze, and why it moved.
ALTER TABLE ledger_entry
    DROP CONSTRAINT ledger_entry_cause_check,
    DROP CONSTRAINT ledger_entry_debited_check,
    DROP CONSTRAINT ledger_entry_credited_check,
    ADD CONSTRAINT ledger_entry_cause_check CHECK (cause IN ('REPORTED', 'STOP_IN_EFFECT', 'STOP_LAPSED', 'STOP_LIFTED',
                                                             'CORRECTED', 'TRACED', 'FREEZE_IN_EFFECT', 'FREEZE_LIFTED',
                                                             'FREEZE_LAPSED', 'REFUNDED', 'REFUND_CAME_BACK')),
    ADD CONSTRAINT ledger_entry_debited_check CHECK (debited IN ('REPORTED', 'UNKNOWN', 'HELD', 'LAPSED', 'LIFTED', 'ONWARD',
                                                                 'CASH', 'MERCHANT', 'RESTORED', 'FROZEN', 'RETURNED')),
    ADD CONSTRAINT ledger_entry_credited_check CHECK (credited IN ('REPORTED', 'UNKNOWN', 'HELD', 'LAPSED', 'LIFTED', 'ONWARD',
                                                                   'CASH', 'MERCHANT', 'RESTORED', 'FROZEN', 'RETURNED'));

-- What was paid back out of a freeze; no part of held_fen.
ALTER TABLE hold ADD COLUMN returned_fen bigint NOT NULL DEFAULT 0 CHECK (returned_fen BETWEEN 0 AND 10000000000000);
