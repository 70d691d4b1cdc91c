-- When an entry was recorded, so that the books can be read as they were known at a moment. The default is for replicas of the version before.
ALTER TABLE ledger_entry
    ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN reverses uuid REFERENCES ledger_entry; -- null: it reverses no other entry
ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_append_only;
UPDATE ledger_entry SET recorded_at = inbox.received_at FROM inbox WHERE inbox.event_id = ledger_entry.event_id;
ALTER TABLE ledger_entry ENABLE TRIGGER ledger_entry_append_only;

CREATE UNIQUE INDEX ledger_entry_reversed_once ON ledger_entry (reverses) WHERE reverses IS NOT NULL;

-- Statements of a case and of an account, in pages.
CREATE INDEX ledger_entry_of_case ON ledger_entry (case_id, occurred_at, event_id, ordinal);
DROP INDEX ledger_entry_case;
CREATE INDEX ledger_entry_account ON ledger_entry (institution_code, account_number, occurred_at);

-- Corrections: an officer has entries reversed. The reversing entries have its id as their event.
CREATE TABLE ledger_correction (
    correction_id uuid PRIMARY KEY,
    case_id       uuid        NOT NULL,
    target        text        NOT NULL CHECK (target IN ('ENTRY', 'EVENT')),
    target_id     uuid        NOT NULL, -- of the entry or the event
    reason        text        NOT NULL CHECK (reason <> ''),
    corrected_by  text        NOT NULL, -- a person: organisation and badge number as told, as JSON
    corrected_at  timestamptz NOT NULL
);

CREATE TRIGGER ledger_correction_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_correction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A reversing entry is the other one the other way round, and no reversing entry is reversed.
CREATE FUNCTION require_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM ledger_entry o
        WHERE o.entry_id = NEW.reverses AND o.reverses IS NULL
          AND (o.case_id, o.institution_code, o.account_number, o.amount_fen, o.debited, o.credited)
              = (NEW.case_id, NEW.institution_code, NEW.account_number, NEW.amount_fen, NEW.credited, NEW.debited)) THEN
        RAISE EXCEPTION 'entry % does not reverse entry %', NEW.entry_id, NEW.reverses USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER ledger_entry_reversal BEFORE INSERT ON ledger_entry
    FOR EACH ROW WHEN (NEW.reverses IS NOT NULL) EXECUTE FUNCTION require_reversal();

-- Cases of one person.
CREATE INDEX victim_identity ON victim (identity_document_digest) WHERE identity_document_digest IS NOT NULL;
