-- The condition on a stop_order that a case sees: its own orders, and those of other cases that were live while it claimed the
-- account. A claim that has ended sees no order that was placed afterwards. Used by all views of orders and by the books. Needs
-- claim (case_id, claimed_at, ended_at) before it.
-- A declined order of another case is left out: the case has its own order, or one that waits and goes out now; unless the
-- rules allow no further stop (1304).
((stop_order.case_id = claim.case_id OR stop_order.ended_at IS NULL OR stop_order.ended_at > claim.claimed_at
  AND (stop_order.state <> 'DECLINED' OR stop_order.result_code = '1304'))
 AND (claim.ended_at IS NULL OR stop_order.placed_at <= claim.ended_at))
