package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.kernel.ids.AlertId;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TypedId;

/** Port: durable alerts. */
public interface Alerts {

    /**
     * Alerts that are due and have not been raised.
     *
     * @param failing by rule set: unsettled orders whose first failure is no later than this, and amendments without a result that were
     *     requested no later than this; an extension counts also when its stop ends within the time between this and {@code now}
     */
    Uni<List<NewAlert>> newAlerts(Instant now, Map<String, Instant> failing, int max);

    /** Stops whose next warning is due. */
    Uni<List<Ending>> ending(Instant now, int max);

    /**
     * Makes alerts durable, due to be posted.
     *
     * @return those whose case, subject, kind and occurrence had not been raised before
     */
    Uni<List<Alert>> raise(List<Alert> alerts, Optional<Instant> dueAt);

    /** Notes when the next warnings of stops are due; leaves out stops whose term has changed since it was read. */
    Uni<Void> warned(List<Ending> endings);

    /** Claims alerts that are due to be posted: for {@code lease}, doubled with each attempt, no other replica gets them. */
    Uni<List<AlertView>> claimDue(Instant now, Duration lease, int max);

    /** The webhook has taken it. */
    Uni<Void> delivered(AlertId alertId, Instant at);

    /**
     * A stop that ends soon.
     *
     * @param caseId of the case
     * @param applicationId of the order
     * @param ruleSet that the order was made under
     * @param expiresAt when it is booked as lapsed
     * @param reportedExpiresAt when it ends by a reported moment that is too long before its order; empty otherwise
     * @param term 1, or 2 once it was extended
     * @param warnAt when the next warning is due; empty after the last
     */
    record Ending(
            CaseId caseId,
            ApplicationId applicationId,
            String ruleSet,
            Instant expiresAt,
            Optional<Instant> reportedExpiresAt,
            int term,
            Optional<Instant> warnAt) {

        /** The end that the due warning is about: that by the reported moment, unless it was over when the stop was confirmed. */
        Instant warnedEnd() {
            return reportedExpiresAt
                    .filter(end -> warnAt.filter(at -> !at.isBefore(end)).isEmpty())
                    .orElse(expiresAt);
        }

        /** The stop after a warning, with the next one due at {@code next}. */
        public Ending warnedUntil(Optional<Instant> next) {
            return new Ending(caseId, applicationId, ruleSet, expiresAt, reportedExpiresAt, term, next);
        }
    }

    /**
     * An alert to raise.
     *
     * @param kind what it is about
     * @param caseId of the case
     * @param subject the id of the order or its amendment; the case's id if it is about the whole case
     * @param occurrence 1, or more if the same comes again
     * @param detail why
     */
    record NewAlert(Alert.Kind kind, CaseId caseId, TypedId<?> subject, int occurrence, String detail) {}
}
