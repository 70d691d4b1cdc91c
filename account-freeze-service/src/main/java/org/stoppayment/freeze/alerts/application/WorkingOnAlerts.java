package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.domain.DatabaseTime;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.AlertId;
import org.stoppayment.kernel.ids.Ids;

/** Lets officers acknowledge and close alerts. Both can be repeated. */
@ApplicationScoped
public class WorkingOnAlerts {

    private final AlertViews alerts;
    private final InstantSource clock;

    WorkingOnAlerts(AlertViews alerts, InstantSource clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Notes that an officer works on an alert; the first officer stays, and a closed alert stays as it is. */
    public Uni<AlertView> acknowledge(String alertId, Officer officer) {
        AlertId id = require(alertId, OfficerInput.operatorViolations(officer));
        return alerts.acknowledge(id, officer, now()).map(found -> existing(found, id));
    }

    /**
     * Closes an alert. Fails with {@link ServiceException.Refusal} when another officer closed it, or for another reason.
     *
     * @param reason 1..200 characters
     */
    public Uni<AlertView> close(String alertId, Officer officer, String reason) {
        List<Violation> violations = new ArrayList<>(OfficerInput.reasonViolations(reason));
        violations.addAll(OfficerInput.operatorViolations(officer));
        AlertId id = require(alertId, violations);
        return alerts.close(id, officer, reason, now())
                .map(found -> existing(found, id))
                .invoke(view -> requireSame(view, officer, reason));
    }

    private static AlertId require(String alertId, List<Violation> others) {
        List<Violation> violations = new ArrayList<>();
        Optional<AlertId> id = Ids.parse(alertId).map(AlertId::new);
        if (id.isEmpty()) {
            violations.add(new Violation(
                    "alertId", "NOT_A_UUID", "value: " + alertId.length() + " characters (expected: a UUID)"));
        }
        violations.addAll(others);
        OfficerInput.refuse(violations);
        return id.orElseThrow();
    }

    private static AlertView existing(Optional<AlertView> found, AlertId id) {
        return found.orElseThrow(() -> new ServiceException.NotFound("alert", id.toString()));
    }

    private static void requireSame(AlertView view, Officer officer, String reason) {
        AlertView.Closure closure = view.closure().orElseThrow();
        if (!closure.officer().equals(officer) || !closure.reason().equals(reason)) {
            throw new ServiceException.Refusal(
                    "ALREADY_CLOSED",
                    "alert " + view.alert().alertId() + " was closed by " + closure.officer() + " at " + closure.at()
                            + " (expected: an alert that is not closed)");
        }
    }

    /** As the database keeps it. */
    private Instant now() {
        return DatabaseTime.truncated(clock.instant());
    }
}
