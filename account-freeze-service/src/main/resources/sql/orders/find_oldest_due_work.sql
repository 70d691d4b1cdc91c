-- For each job, when its most overdue work was due. Each subquery uses an index. Orders that wait for a call to their institution are
-- not work that nobody does: they wait as long as it is away.
-- Tables of other features: claim and inflow (books), follow_up and stop_release (amendments), alert (alerts).
SELECT (SELECT min(due_at) FROM stop_order
        WHERE due_at <= :now AND state NOT IN ('QUEUED', 'IN_DOUBT', 'MANUAL')) AS "orders",
       (SELECT min(due_at) FROM claim WHERE due_at <= :now) AS "claims",
       (SELECT min(due_at) FROM follow_up WHERE due_at <= :now) AS "follow-ups",
       (SELECT min(due_at) FROM stop_release WHERE due_at <= :now) AS "releases",
       (SELECT min(warn_at) FROM stop_order WHERE warn_at <= :now) AS "lapse-warnings",
       (SELECT min(due_at) FROM alert WHERE due_at <= :now) AS "alert-posts",
       least((SELECT min(screening_due_at) FROM inflow WHERE screening_due_at <= :now),
             (SELECT min(screening_due_at) FROM reported_transfer WHERE screening_due_at <= :now)) AS "dissuasion-list"
