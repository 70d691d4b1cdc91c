-- Institutions use a serial for more than one booking. A booking is known by account, serial and ordinal: the order in which different
-- kinds, sums and parties under the serial were first stored. Of what is stored, each is the first under its serial.
ALTER TABLE outflow ADD COLUMN ordinal integer NOT NULL DEFAULT 1 CHECK (ordinal > 0);
ALTER TABLE outflow ALTER COLUMN ordinal DROP DEFAULT;
ALTER TABLE outflow DROP CONSTRAINT outflow_pkey;
ALTER TABLE outflow ADD CONSTRAINT outflow_pkey PRIMARY KEY (institution_code, account_number, serial, ordinal);
ALTER TABLE outflow ADD CONSTRAINT outflow_once
    UNIQUE (institution_code, account_number, serial, kind, amount_fen, payee_number);

ALTER TABLE inflow ADD COLUMN ordinal integer NOT NULL DEFAULT 1 CHECK (ordinal > 0);
ALTER TABLE inflow ALTER COLUMN ordinal DROP DEFAULT;
ALTER TABLE inflow DROP CONSTRAINT inflow_pkey;
ALTER TABLE inflow ADD CONSTRAINT inflow_pkey PRIMARY KEY (institution_code, account_number, serial, ordinal);
ALTER TABLE inflow ADD CONSTRAINT inflow_once UNIQUE (institution_code, account_number, serial, amount_fen, payer_number);

ALTER TABLE traced_transfer ADD COLUMN ordinal integer NOT NULL DEFAULT 1 CHECK (ordinal > 0);
ALTER TABLE traced_transfer ALTER COLUMN ordinal DROP DEFAULT;
ALTER TABLE traced_transfer DROP CONSTRAINT traced_transfer_pkey;
ALTER TABLE traced_transfer ADD CONSTRAINT traced_transfer_pkey
    PRIMARY KEY (case_id, institution_code, account_number, serial, ordinal);

-- A booking that was told while more were to come may get another serial when it is final: then its successor replaces it, and it counts
-- no longer. Of bookings from before, it was not kept which answer told them; they count as final.
ALTER TABLE outflow
    ADD COLUMN pending     boolean NOT NULL DEFAULT false, -- no complete answer has listed it yet
    ADD COLUMN replaced_by text,                           -- serial of its successor, of the same kind, sum and payee; null: it counts
    ADD CHECK (NOT (pending AND replaced_by IS NOT NULL));
