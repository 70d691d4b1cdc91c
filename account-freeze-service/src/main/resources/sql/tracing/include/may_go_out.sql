-- The condition on a waiting_order w: it may go out.
-- Its case must not be withdrawn and must have an active claim on the account. A statement that runs while the claim ends may put the
-- order back after it was deleted with the claim.
-- It waits behind the last order that went out; one declined here (1304) never did. When there is none, that order has just
-- moved to another institution. Who joined while the lift of that order was out waited for its end; an order may be placed up to
-- 5 s (LOOK_AGAIN) before a lift, or before a freeze takes the stop over, that does not see it yet. OFFSET 0: reads by key, not all live orders.
-- Tables of other features: stop_order, reported_transfer and withdrawn_case (orders), claim (books), follow_up (amendments).
NOT EXISTS (SELECT FROM withdrawn_case WHERE withdrawn_case.case_id = w.case_id OFFSET 0)
AND EXISTS (SELECT FROM claim
            WHERE claim.case_id = w.case_id AND claim.institution_code = w.institution_code
              AND claim.account_number = w.account_number AND
            -- include: sql/orders/include/active_claim.sql
            OFFSET 0)
AND NOT EXISTS (SELECT FROM stop_order s
            WHERE s.live AND s.institution_code = w.institution_code
              AND s.account_number = w.account_number OFFSET 0)
AND coalesce((SELECT s.state = 'DECLINED' OR s.state = 'LAPSED' AND s.expires_at <= w.placed_at
                     OR s.state = 'LIFTED' AND EXISTS (
                            SELECT FROM follow_up f
                            WHERE f.application_id = s.application_id AND f.kind = 'LIFT'
                              AND f.requested_at < w.placed_at + interval '5 seconds' OFFSET 0)
                     OR s.state = 'FROZEN' AND s.ended_at < w.placed_at + interval '5 seconds'
              FROM stop_order s
              WHERE s.institution_code = w.institution_code AND s.account_number = w.account_number
                AND NOT (s.state = 'DECLINED' AND s.result_code = '1304')
              ORDER BY s.placed_at DESC, s.application_id DESC LIMIT 1), true)
