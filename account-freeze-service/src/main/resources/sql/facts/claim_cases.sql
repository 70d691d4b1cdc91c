-- Takes cases of whose transfers something is to be told: a transfer, the victim's name, or that what is a loss may have turned out
-- differently. Their transfers are locked; a case of which somebody else has locked a transfer is left for the next time, so that nobody
-- waits here and what is a loss is never told by what was known before. What is told is read afterwards.
-- The conditions on the case's id are always true: by them the indexes of marked rows are read.
-- Tables of other features: reported_transfer and inbox (orders), trace (tracing).
WITH due AS MATERIALIZED (
    SELECT case_id FROM (SELECT case_id FROM reported_transfer WHERE unpublished AND case_id >= '00000000-0000-0000-0000-000000000000'
                          ORDER BY case_id LIMIT :max_rows) t
    UNION SELECT case_id FROM (SELECT case_id FROM inbox WHERE unpublished AND case_id >= '00000000-0000-0000-0000-000000000000'
                                ORDER BY case_id LIMIT :max_rows) i
    UNION SELECT case_id FROM (SELECT case_id FROM trace WHERE losses_due AND case_id >= '00000000-0000-0000-0000-000000000000'
                                ORDER BY case_id LIMIT :max_rows) c
    ORDER BY case_id LIMIT :max_cases),
locked AS MATERIALIZED (
    SELECT t.case_id
    FROM due CROSS JOIN LATERAL (
        SELECT reported_transfer.case_id FROM reported_transfer WHERE reported_transfer.case_id = due.case_id
        ORDER BY transfer_id FOR NO KEY UPDATE SKIP LOCKED) t),
taken AS MATERIALIZED (
    SELECT case_id FROM due
    WHERE (SELECT count(*) FROM locked WHERE locked.case_id = due.case_id)
        = (SELECT count(*) FROM reported_transfer WHERE reported_transfer.case_id = due.case_id)),
named AS (
    UPDATE inbox SET unpublished = false
    FROM taken CROSS JOIN LATERAL (
        SELECT event_id FROM inbox WHERE inbox.case_id = taken.case_id AND inbox.unpublished FOR NO KEY UPDATE SKIP LOCKED) i
    WHERE inbox.event_id = i.event_id
    RETURNING inbox.case_id),
traced AS (
    UPDATE trace SET losses_due = false
    FROM taken CROSS JOIN LATERAL (
        SELECT trace.case_id FROM trace WHERE trace.case_id = taken.case_id AND trace.losses_due FOR NO KEY UPDATE SKIP LOCKED) c
    WHERE trace.case_id = c.case_id)
SELECT case_id, EXISTS (SELECT FROM named WHERE named.case_id = taken.case_id) AS is_named FROM taken ORDER BY case_id
