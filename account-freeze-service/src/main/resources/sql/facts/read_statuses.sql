-- What cases are and have come to. The kind of fraud is that of the first report or supplement that names one.
-- Tables of other features: inbox and withdrawn_case (orders), filed_case (holds).
SELECT s.case_id, s.publications, r.received_at, coalesce(r.organisation, '') AS report_organisation, coalesce(k.reason, '') AS fraud_type,
       coalesce(f.filing_number, '') AS filing_number, coalesce(f.organisation, '') AS filing_organisation,
       f.filed_at, f.closed_at IS NOT NULL AS is_closed, w.case_id IS NOT NULL AS is_withdrawn
FROM unnest(:case_ids) AS taken (case_id)
JOIN case_status s USING (case_id)
LEFT JOIN LATERAL (SELECT received_at, organisation FROM inbox WHERE inbox.case_id = taken.case_id
                   ORDER BY received_at, event_id LIMIT 1) r ON true
LEFT JOIN LATERAL (SELECT reason FROM inbox WHERE inbox.case_id = taken.case_id AND reason NOT IN ('', 'UNSPECIFIED', 'UNRECOGNIZED')
                   ORDER BY received_at, event_id LIMIT 1) k ON true
LEFT JOIN LATERAL (SELECT * FROM filed_case WHERE filed_case.case_id = taken.case_id) f ON true
LEFT JOIN LATERAL (SELECT * FROM withdrawn_case WHERE withdrawn_case.case_id = taken.case_id) w ON true
