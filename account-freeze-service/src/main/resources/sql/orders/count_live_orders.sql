-- How many orders are not at their end, by state.
SELECT state, count(*) AS orders FROM stop_order WHERE live GROUP BY state
