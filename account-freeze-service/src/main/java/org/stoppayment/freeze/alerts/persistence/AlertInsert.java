package org.stoppayment.freeze.alerts.persistence;

import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.kit.postgres.RowParameters;

/** The parameters of the statements that insert alerts. */
public final class AlertInsert {

    /** A row for each alert. */
    public static final RowParameters<Alert> ALERTS = RowParameters.<Alert>of()
            .id("alert_id", Alert::alertId)
            .text("kind", alert -> alert.kind().name())
            .id("case_id", Alert::caseId)
            .id("application_id", Alert::subject)
            .integer("occurrence", Alert::occurrence)
            .instant("raised_at", Alert::raisedAt)
            .text("detail", Alert::detail);

    private AlertInsert() {}
}
