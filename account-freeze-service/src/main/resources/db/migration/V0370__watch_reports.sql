-- Reports whose bookings are still to be traced: few of many.
CREATE INDEX watch_report_unapplied ON watch_report (application_id, received_at) WHERE NOT applied;
