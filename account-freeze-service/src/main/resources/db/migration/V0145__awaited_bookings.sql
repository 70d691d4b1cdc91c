-- An institution that stopped an account may say that more of the account's bookings are to come: then they are inquired after.
-- Of stops from before, what it said of that was not kept; they count as told in full.
ALTER TABLE stop_order
    ADD COLUMN bookings_since     timestamptz,                -- when it said so; null: none are awaited
    ADD COLUMN bookings_inquiries integer NOT NULL DEFAULT 0, -- since then
    ADD CHECK (bookings_since IS NULL OR stopped_at IS NOT NULL);

-- It has time for them until people are told; that long no case settles that sees the order.
ALTER TABLE stop_order ADD COLUMN awaits_bookings boolean NOT NULL GENERATED ALWAYS AS (
    bookings_since IS NOT NULL AND strpos(flags, 'BOOKINGS_INCOMPLETE') = 0) STORED;

-- Then it needs a person. The column takes its index with it.
ALTER TABLE stop_order DROP COLUMN unclear;
ALTER TABLE stop_order ADD COLUMN unclear boolean NOT NULL GENERATED ALWAYS AS ( -- what was told needs a person
    strpos(flags, 'SERIAL_CONFLICT') > 0 OR strpos(flags, 'OUTFLOW_UNREADABLE') > 0
    OR strpos(flags, 'FEEDBACK_CONFLICT') > 0 OR strpos(flags, 'BOOKINGS_INCOMPLETE') > 0) STORED;
CREATE INDEX stop_order_unclear ON stop_order (application_id) WHERE unclear;
