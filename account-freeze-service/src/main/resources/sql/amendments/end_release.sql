-- Ends a release.
DELETE FROM stop_release WHERE application_id = :application_id
