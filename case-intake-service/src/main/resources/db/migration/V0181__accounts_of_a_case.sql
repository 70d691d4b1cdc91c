-- Transfers and protective stops of a case have one bound, 500 in all. Protective stops were not counted: they are counted here
-- from the stored requests. A case that had more already counts as full, so that it can still be corrected.
ALTER TABLE fraud_case ADD COLUMN protective_stop_count integer NOT NULL DEFAULT 0 CHECK (protective_stop_count >= 0);

-- How often a field is in a protobuf message. It stops where the message cannot be read; an unreadable request counts as far as it
-- was read.
CREATE FUNCTION pg_temp.count_field(message bytea, field integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    at_byte integer := 0;
    found    integer := 0;
    number    numeric;
    wire     integer;
    octet    integer;
    factor   numeric;
BEGIN
    WHILE at_byte < length(message) LOOP
        FOR step IN 1..2 LOOP -- the tag; then the length, or the value itself
            IF step = 2 AND wire NOT IN (0, 2) THEN
                EXIT;
            END IF;
            number := 0;
            factor := 1;
            LOOP
                IF at_byte >= length(message) OR factor > 1e21 THEN
                    RETURN found;
                END IF;
                octet := get_byte(message, at_byte);
                at_byte := at_byte + 1;
                number := number + (octet & 127) * factor;
                factor := factor * 128;
                EXIT WHEN octet < 128;
            END LOOP;
            IF step = 1 THEN
                wire := mod(number, 8);
                IF div(number, 8) = field THEN
                    found := found + 1;
                END IF;
            END IF;
        END LOOP;
        CASE wire
            WHEN 0 THEN NULL;
            WHEN 1 THEN at_byte := at_byte + 8;
            WHEN 2 THEN
                IF number > length(message) THEN
                    RETURN found;
                END IF;
                at_byte := at_byte + number::integer;
            WHEN 5 THEN at_byte := at_byte + 4;
            ELSE RETURN found;
        END CASE;
    END LOOP;
    RETURN found;
END
$$;

UPDATE fraud_case
SET protective_stop_count = least(given.stops, 500 - transfer_count)
FROM (SELECT case_id,
             sum(pg_temp.count_field(content, CASE kind WHEN 'REPORT' THEN 10 ELSE 7 END))::integer AS stops
      FROM submission
      GROUP BY case_id) AS given
WHERE fraud_case.case_id = given.case_id AND given.stops > 0;

DROP FUNCTION pg_temp.count_field(bytea, integer);

ALTER TABLE fraud_case
    ADD CONSTRAINT fraud_case_account_count_check CHECK (transfer_count + protective_stop_count <= 500);
