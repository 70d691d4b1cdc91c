-- Flags, mismatched fields and candidates become arrays; they were text separated by commas. awaits_bookings depends on the flags.
ALTER TABLE stop_order DROP COLUMN awaits_bookings;
ALTER TABLE stop_order
    ALTER COLUMN flags TYPE text[] USING string_to_array(flags, ','),
    ALTER COLUMN mismatched TYPE text[] USING string_to_array(mismatched, ','),
    ALTER COLUMN candidates TYPE text[] USING string_to_array(candidates, ',');
ALTER TABLE stop_order ADD COLUMN awaits_bookings boolean NOT NULL GENERATED ALWAYS AS (
    bookings_since IS NOT NULL AND 'BOOKINGS_INCOMPLETE' <> ALL (flags)) STORED;
