-- The condition on a stop_order of an account that a case sees: its own orders, and others' that were live while it claimed the
-- account. Written once, for all that show orders and for the books. Needs claim (case_id, claimed_at) before it.
-- Another's that was declined is no news: the case has its own order, or one that waits and goes out now; unless the rules
-- allow no further stop (1304).
(stop_order.case_id = claim.case_id OR stop_order.ended_at IS NULL OR stop_order.ended_at > claim.claimed_at
 AND (stop_order.state <> 'DECLINED' OR stop_order.result_code = '1304'))
