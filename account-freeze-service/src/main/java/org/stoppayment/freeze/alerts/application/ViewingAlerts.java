package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.kernel.ids.AlertId;

/** Shows alerts. */
@ApplicationScoped
public class ViewingAlerts {

    private final AlertViews alerts;

    ViewingAlerts(AlertViews alerts) {
        this.alerts = alerts;
    }

    /**
     * A page of alerts, newest first.
     *
     * @param pageSize 1..200; 0 means 50
     * @param pageToken the last alert of the previous page, empty for the first page
     */
    public Uni<Page<AlertView>> list(AlertViews.Filter filter, int pageSize, String pageToken) {
        return Paging.byId(pageSize, pageToken, AlertId::new, (before, max) -> alerts.list(filter, before, max));
    }
}
