package org.stoppayment.freeze.holds.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.holds.domain.DeliveryProgress;

/** How far a message has come, in the columns of its row. */
@Embeddable
public class ProgressColumns {

    int attempts;

    int failures;

    @Nullable
    @Column(name = "first_failure_at")
    Instant firstFailureAt;

    /** The columns of a progress. */
    public static ProgressColumns of(DeliveryProgress progress) {
        ProgressColumns columns = new ProgressColumns();
        columns.attempts = progress.attempts();
        columns.failures = progress.failures();
        columns.firstFailureAt = progress.firstFailureAt().orElse(null);
        return columns;
    }

    /** The progress of these columns. */
    public DeliveryProgress progress() {
        return new DeliveryProgress(attempts, failures, Optional.ofNullable(firstFailureAt));
    }
}
