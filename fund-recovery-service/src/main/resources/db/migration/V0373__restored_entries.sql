-- What victims got back is read for every victim of a plan, and for every look of a watcher.
CREATE INDEX ledger_entry_restored ON ledger_entry (case_id) WHERE 'RESTORED' IN (debited, credited);
