package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.kernel.AlertId;
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.TypedId;

/** Alerts, durable. */
public interface Alerts {

    /**
     * What should be told and has not been.
     *
     * @param failing by rule set, unsettled orders whose first failure is no later than this, and messages about stops that
     *     were asked for no later than this and have no result, whatever the reason; an extension counts also when its stop ends
     *     no later after {@code now} than this is before it
     */
    Uni<List<Untold>> untold(Instant now, Map<String, Instant> failing, int most);

    /** Stops whose next warning is due. */
    Uni<List<Ending>> ending(Instant now, int most);

    /**
     * Makes alerts durable, due to be posted.
     *
     * @return those that had not been told of that order, kind and occurrence before
     */
    Uni<List<Alert>> raise(List<Alert> alerts, Optional<Instant> dueAt);

    /** Notes when the next warnings of stops are due, unless a term has changed since it was read. */
    Uni<Void> warned(List<Ending> endings);

    /** Alerts that are due to be posted, for {@code lease} (doubled with each attempt) nobody else's. */
    Uni<List<Alert>> claimDue(Instant now, Duration lease, int most);

    /** The webhook has taken it. */
    Uni<Void> delivered(AlertId alertId, Instant at);

    /** At most {@code most} alerts made before {@code before}, newest first. */
    Uni<List<Alert>> list(Optional<AlertId> before, int most);

    /**
     * A stop that ends before long.
     *
     * @param caseId of the case
     * @param applicationId of the order
     * @param ruleSet that the order was made under
     * @param expiresAt when it ends
     * @param term 1, or 2 once it was extended
     * @param warnAt when the next warning is due; empty after the last
     */
    record Ending(
            CaseId caseId,
            ApplicationId applicationId,
            String ruleSet,
            Instant expiresAt,
            int term,
            Optional<Instant> warnAt) {

        /** The stop once it was warned of, with the next warning due at {@code next}. */
        Ending warnedUntil(Optional<Instant> next) {
            return new Ending(caseId, applicationId, ruleSet, expiresAt, term, next);
        }
    }

    /**
     * Something that should be told.
     *
     * @param kind what about it
     * @param caseId of the case
     * @param subject the id of the order, or of the message about it; the case's where it is about the whole case
     * @param occurrence which time
     * @param detail why
     */
    record Untold(Alert.Kind kind, CaseId caseId, TypedId<?> subject, int occurrence, String detail) {}
}
