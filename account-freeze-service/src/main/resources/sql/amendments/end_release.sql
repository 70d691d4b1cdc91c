-- Ends a release, unless another withdrawal has asked for it since it was claimed.
DELETE FROM stop_release WHERE application_id = :application_id AND revision = :revision
