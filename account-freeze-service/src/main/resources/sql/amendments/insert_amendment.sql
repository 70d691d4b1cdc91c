-- Inserts an amendment; if the order has one of that kind that was not declined, returns that one.
INSERT INTO follow_up (follow_up_id, kind, application_id, reason, reference, operator, requested_at, state, due_at)
VALUES (:follow_up_id, :kind, :application_id, :reason, :reference, :operator::jsonb, :requested_at, 'QUEUED', :due_at)
ON CONFLICT (application_id, kind) WHERE NOT was_declined
DO UPDATE SET application_id = excluded.application_id
RETURNING
-- include: sql/amendments/include/amendment_columns.sql
