-- Notes the filing of a case. An event that comes again, or after a later revision, changes nothing.
-- Tables of other features: case_status (facts).
WITH filed AS (
    INSERT INTO filed_case (case_id, revision, filing_number, organisation, filed_at, document_digest)
    VALUES (:case_id, :revision, :filing_number, :organisation, :filed_at, :document_digest)
    ON CONFLICT (case_id) DO UPDATE SET revision = excluded.revision, filing_number = excluded.filing_number,
        organisation = excluded.organisation, filed_at = excluded.filed_at, document_digest = excluded.document_digest
    WHERE filed_case.revision < excluded.revision
    RETURNING case_id)
INSERT INTO case_status (case_id) SELECT case_id FROM filed
ON CONFLICT (case_id) DO UPDATE SET unpublished = true
