-- What an institution says of a stop counts as far as it can be read. The moment or the balance may be unknown until it is told.
ALTER TABLE stop_order
    ADD COLUMN moment_reported     boolean NOT NULL DEFAULT true, -- false: stopped_at is the moment of receipt
    ADD COLUMN reported_expires_at timestamptz, -- by a moment too long before the order; expires_at then counts from receipt
    ADD CONSTRAINT stop_order_reported_end CHECK (reported_expires_at < expires_at);

-- A balance that is null is unknown.
ALTER TABLE stop_order DROP CONSTRAINT stop_order_check;
ALTER TABLE stop_order ADD CONSTRAINT stop_order_stop CHECK (
    state NOT IN ('IN_EFFECT', 'FROZEN', 'LAPSED', 'LIFTED')
    OR (stopped_at IS NOT NULL AND expires_at IS NOT NULL AND counted));
