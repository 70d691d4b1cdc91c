package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.LiftOrder;

/** Lift orders, durable. */
public interface Lifts {

    /**
     * Makes a lift durable, due at {@code dueAt}.
     *
     * @return the open lift of that stop: this one, or an earlier one
     */
    Uni<LiftOrder> insert(LiftOrder lift, Instant dueAt);

    /** A lift. */
    Uni<Optional<LiftOrder>> find(UUID liftId);

    /** Writes where a lift stands; a lift that has ended stays as it is. */
    Uni<Void> update(LiftOrder lift, Optional<Instant> dueAt);

    /** Lifts that are due, for {@code lease} nobody else's. */
    Uni<List<LiftOrder>> claimDue(Instant now, Duration lease, int most);
}
