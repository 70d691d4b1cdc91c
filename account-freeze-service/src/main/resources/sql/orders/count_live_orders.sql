-- Number of live orders by state.
SELECT state, count(*) AS orders FROM stop_order WHERE live GROUP BY state
