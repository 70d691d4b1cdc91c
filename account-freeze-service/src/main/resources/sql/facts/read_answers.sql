-- The pages of queries with what was answered, in order.
-- Tables of other features: account_query and query_answer (queries).
SELECT q.first_id, q.case_id, q.institution_code, q.account_number, q.account_name, q.account_kind, q.since, q.answered_at,
       q.publications, q.answered_at IS NOT NULL AND q.answer_has_part AND q.answer_complete AND q.answer_lacking = '' AS is_whole,
       coalesce(a.content, '') AS content
FROM unnest(:first_ids) AS taken (first_id)
CROSS JOIN LATERAL (SELECT * FROM account_query WHERE account_query.first_id = taken.first_id) q
LEFT JOIN LATERAL (SELECT content FROM query_answer WHERE query_answer.application_id = q.application_id) a ON true
ORDER BY q.first_id, q.page
