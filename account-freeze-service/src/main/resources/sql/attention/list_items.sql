-- A page of what needs attention, in all cases.
-- Tables of other features: claim (books), stop_order, waiting_order and reported_transfer (orders).
WITH
-- include: sql/attention/include/candidates.sql
,
-- include: sql/attention/include/items.sql
-- include: sql/attention/include/open_items.sql
-- include: sql/attention/include/page.sql
