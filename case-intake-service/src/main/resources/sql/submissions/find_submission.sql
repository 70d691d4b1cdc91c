-- The submission of a request id, with the ids that its transfers were given.
SELECT case_id, kind, digest, warnings,
       ARRAY(SELECT transfer_id FROM transfer WHERE transfer.case_id = submission.case_id
             AND transfer.request_id = submission.request_id ORDER BY ordinal) AS transfer_ids
FROM submission WHERE request_id = :request_id
