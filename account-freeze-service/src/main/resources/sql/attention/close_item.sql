-- Closes an item unless it is closed, and returns it with the closure that holds: the new one, or the one from before. When two
-- officers close it at once, the second statement returns no closure, and is repeated.
-- Tables of other features: claim (books), stop_order, waiting_order and reported_transfer (orders).
WITH candidate AS (
    SELECT :case_id AS case_id, :institution_code AS institution_code, :account_number AS account_number),
-- include: sql/attention/include/items.sql
-- include: sql/attention/include/open_items.sql
, closed AS (
    INSERT INTO attention_closure (case_id, institution_code, account_number, reason, application_id, at_risk_fen,
                                   closed_at, organisation, badge_number, note)
    SELECT case_id, institution_code, account_number, reason,
           coalesce(application_id, '00000000-0000-0000-0000-000000000000'), at_risk_fen,
           :closed_at, :organisation, :badge_number, :note
    FROM open_item WHERE reason = :reason
    ON CONFLICT DO NOTHING
    RETURNING *)
SELECT item.*, x.at_risk_fen AS closed_at_risk_fen, x.closed_at, x.organisation, x.badge_number, x.note
FROM item
LEFT JOIN LATERAL (
    SELECT at_risk_fen, closed_at, organisation, badge_number, note FROM closed
    UNION ALL
    (SELECT at_risk_fen, closed_at, organisation, badge_number, note FROM attention_closure a
     WHERE a.case_id = item.case_id AND a.institution_code = item.institution_code
       AND a.account_number = item.account_number AND a.reason = item.reason
       AND a.application_id = coalesce(item.application_id, '00000000-0000-0000-0000-000000000000')
       AND a.at_risk_fen >= item.at_risk_fen
     ORDER BY a.at_risk_fen LIMIT 1)
    LIMIT 1) x ON true
WHERE item.reason = :reason
