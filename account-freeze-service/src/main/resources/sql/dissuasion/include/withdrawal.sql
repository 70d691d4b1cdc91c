-- Why the payer of d need not be called; null when there is no reason. Uses scalar subqueries with a LIMIT instead of EXISTS,
-- so that every plan goes by index, whatever the sizes of the tables.
-- Tables of other features: claim and inflow (books), stop_order (orders), named_payer (parties).
CASE WHEN (SELECT true FROM named_payer n
           WHERE n.account_number = d.payer_number
             AND (n.institution_code IN ('', d.payer_institution_code) OR d.payer_institution_code = '')
           LIMIT 1)
       OR (SELECT true FROM inflow i
           WHERE i.payer_number = d.payer_number AND i.payer_institution_code = d.payer_institution_code
             AND i.answered LIMIT 1)
       OR (SELECT true FROM claim c
           WHERE c.institution_code = d.payer_institution_code AND c.account_number = d.payer_number
             AND c.level = 0 LIMIT 1)
     THEN 'REPORTED'
     WHEN (SELECT true FROM claim c
           WHERE c.institution_code = d.payer_institution_code AND c.account_number = d.payer_number
             AND c.level > 0 AND c.reported_fen + c.received_fen > 0
             AND c.not_followed <> 'BELOW_THRESHOLD' LIMIT 1) -- a rebate to a victim makes no mule
       -- nor is an account a mule's whose orders wait for a person because it seems to be a victim's, or were dismissed
       AND (SELECT NOT bool_or(s.counted) AND bool_or(s.manual_reason IN ('OTHER_VICTIM', 'LIKELY_VICTIM')
                                                      OR s.state = 'DECLINED' AND s.result_code = '')
            FROM stop_order s
            WHERE s.institution_code = d.payer_institution_code AND s.account_number = d.payer_number) IS NOT TRUE
     THEN 'MULE' END
