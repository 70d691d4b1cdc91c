-- Makes open_item of item: without what an officer closed. A closure holds for its order, while no more is at risk.
, open_item AS (
    SELECT item.* FROM item
    WHERE NOT EXISTS (
        SELECT FROM attention_closure x
        WHERE x.case_id = item.case_id AND x.institution_code = item.institution_code
          AND x.account_number = item.account_number AND x.reason = item.reason
          AND x.application_id = coalesce(item.application_id, '00000000-0000-0000-0000-000000000000')
          AND x.at_risk_fen >= item.at_risk_fen OFFSET 0))
