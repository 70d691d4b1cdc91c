-- The condition on a waiting_order w: it may go out.
-- It waits behind the last order that went out; one declined here (1304) never did. When there is none, that order has just
-- moved to another institution. OFFSET 0: reads by key, not all live orders.
-- Tables of other features: stop_order (orders).
NOT EXISTS (SELECT FROM stop_order s
            WHERE s.live AND s.institution_code = w.institution_code
              AND s.account_number = w.account_number OFFSET 0)
AND coalesce((SELECT s.state = 'DECLINED' OR s.state = 'LAPSED' AND s.expires_at <= w.placed_at
              FROM stop_order s
              WHERE s.institution_code = w.institution_code AND s.account_number = w.account_number
                AND NOT (s.state = 'DECLINED' AND s.result_code = '1304')
              ORDER BY s.placed_at DESC, s.application_id DESC LIMIT 1), true)
