-- Orders that wait for a call to their institution are claimed at each institution apart, so that a backlog at one is not read past to
-- find other due work.
DROP INDEX stop_order_due, stop_order_due_urgent;
CREATE INDEX stop_order_due ON stop_order (due_at) WHERE due_at IS NOT NULL AND state <> 'QUEUED';
CREATE INDEX stop_order_due_urgent ON stop_order (due_at) WHERE urgent AND due_at IS NOT NULL AND state <> 'QUEUED';
CREATE INDEX stop_order_call ON stop_order (institution_code, urgent DESC, due_at)
    WHERE state IN ('QUEUED', 'IN_DOUBT', 'MANUAL') AND due_at IS NOT NULL;
