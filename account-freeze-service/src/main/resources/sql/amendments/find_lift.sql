-- The lift of an order that its institution has not declined.
SELECT
-- include: sql/amendments/include/amendment_columns.sql
FROM follow_up WHERE application_id = :application_id AND kind = 'LIFT' AND NOT was_declined
