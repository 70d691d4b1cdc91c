-- Each withdrawal that asks for an order to be released makes a new revision. A release is ended only at the revision that it was
-- claimed at: of two cases withdrawn at once, the one that was withdrawn last still has its release.
ALTER TABLE stop_release ADD COLUMN revision integer NOT NULL DEFAULT 1;
