-- How often an order has come to wait for a person.
SELECT count(*)::int AS entries FROM jsonb_array_elements(timeline) step WHERE step ->> 'state' = 'MANUAL'
