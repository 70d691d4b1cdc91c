-- One amendment.
SELECT
-- include: sql/amendments/include/amendment_columns.sql
FROM follow_up WHERE follow_up_id = :follow_up_id
