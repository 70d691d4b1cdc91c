-- The withdrawal with a request id.
SELECT case_id, digest FROM withdrawal WHERE request_id = :request_id
