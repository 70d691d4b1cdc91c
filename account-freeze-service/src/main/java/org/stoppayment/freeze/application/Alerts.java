package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.Alert;

/** Alerts, durable. */
public interface Alerts {

    /**
     * What should be told and has not been.
     *
     * @param failingSince unsettled orders whose first failure is no later than this
     * @param lapsingBy stops that end no later than this
     */
    Uni<List<Untold>> untold(Instant failingSince, Instant lapsingBy, int most);

    /** Makes alerts durable, due to be posted; those of an order and kind that was told are left out. */
    Uni<Void> raise(List<Alert> alerts, Optional<Instant> dueAt);

    /** Alerts that are due to be posted, for {@code lease} (doubled with each attempt) nobody else's. */
    Uni<List<Alert>> claimDue(Instant now, Duration lease, int most);

    /** The webhook has taken it. */
    Uni<Void> delivered(UUID alertId, Instant at);

    /** At most {@code most} alerts made before {@code before}, newest first. */
    Uni<List<Alert>> list(Optional<UUID> before, int most);

    /**
     * An order that should be told.
     *
     * @param kind what about it
     * @param caseId of the case
     * @param applicationId of the order
     * @param detail why
     */
    record Untold(Alert.Kind kind, UUID caseId, UUID applicationId, String detail) {}
}
