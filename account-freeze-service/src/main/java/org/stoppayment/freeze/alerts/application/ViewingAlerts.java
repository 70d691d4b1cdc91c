package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.kernel.AlertId;

/** Shows alerts. */
@ApplicationScoped
public class ViewingAlerts {

    private final Alerts alerts;

    ViewingAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    /**
     * A page of alerts, newest first.
     *
     * @param pageSize 1..200; 0 means 50
     * @param pageToken the last alert of the previous page, empty for the first page
     */
    public Uni<Page<Alert>> list(int pageSize, String pageToken) {
        return Paging.byId(pageSize, pageToken, AlertId::new, alerts::list);
    }
}
