package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.AlertId;
import org.stoppayment.kernel.ids.CaseId;

/** Port: alerts as officers work on them. */
public interface AlertViews {

    /** At most {@code max} alerts made before {@code before}, newest first. */
    Uni<List<AlertView>> list(Filter filter, Optional<AlertId> before, int max);

    /** Notes that an officer works on an alert, unless one does or it is closed; the alert as it stands, empty when there is none. */
    Uni<Optional<AlertView>> acknowledge(AlertId alertId, Officer officer, Instant at);

    /** Closes an alert, unless it is closed; the alert as it stands, empty when there is none. */
    Uni<Optional<AlertView>> close(AlertId alertId, Officer officer, String reason, Instant at);

    /**
     * Selects alerts.
     *
     * @param kinds of the alerts; empty for all
     * @param states that they are in, at least one
     * @param caseId of their case, if given
     * @param institutionCode of their account; empty for all
     * @param since when they were raised at the earliest, if given
     */
    record Filter(
            Set<Alert.Kind> kinds,
            Set<AlertView.State> states,
            Optional<CaseId> caseId,
            String institutionCode,
            Optional<Instant> since) {}
}
