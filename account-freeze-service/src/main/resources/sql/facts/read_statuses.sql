-- What cases have come to.
-- Tables of other features: filed_case (holds), withdrawn_case (orders).
SELECT s.case_id, s.publications, coalesce(f.filing_number, '') AS filing_number, coalesce(f.organisation, '') AS organisation,
       f.filed_at, f.closed_at IS NOT NULL AS is_closed, w.case_id IS NOT NULL AS is_withdrawn
FROM unnest(:case_ids) AS taken (case_id)
JOIN case_status s USING (case_id)
LEFT JOIN LATERAL (SELECT * FROM filed_case WHERE filed_case.case_id = taken.case_id) f ON true
LEFT JOIN LATERAL (SELECT * FROM withdrawn_case WHERE withdrawn_case.case_id = taken.case_id) w ON true
