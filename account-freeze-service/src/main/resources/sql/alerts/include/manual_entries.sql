-- How often an order has become MANUAL.
SELECT count(*)::int AS entries FROM jsonb_array_elements(timeline) step WHERE step ->> 'state' = 'MANUAL'
