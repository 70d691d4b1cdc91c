package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.domain.ClaimBooks;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kit.outbox.OutboxRelay;

/**
 * Brings the books of claims up to their order's state, where the order's own change did not: cases that joined a stop, sums
 * that grew later, stops that ended. Where an institution declined the order that a case had joined, the case's own order,
 * which names other transfers, is placed.
 */
@ApplicationScoped
public class BookingClaims {

    private static final Logger LOG = Logger.getLogger(BookingClaims.class);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 100;

    private final Claims claims;
    private final FreezeEvents events;
    private final OutboxRelay relay;
    private final InstantSource clock;

    BookingClaims(Claims claims, FreezeEvents events, OutboxRelay relay, InstantSource clock) {
        this.claims = claims;
        this.events = events;
        this.relay = relay;
        this.clock = clock;
    }

    /** Books all claims that are due. */
    public Uni<Void> bookDue() {
        return claims.claimDue(clock.instant(), LEASE, MOST_AT_ONCE).chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(this::bookOrLeave)
                .collect()
                .last()
                .chain(() -> due.size() == MOST_AT_ONCE
                        ? bookDue()
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> bookOrLeave(Claims.Key key) {
        return claims.book(key, claim -> booking(claim, clock.instant()))
                .call(written -> claims.placeWaiting(key, clock.instant()))
                .invoke(written -> written.flatMap(Claims.Booking::event).ifPresent(relay::handOver))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("A claim of case %s stays due (%s)", key.caseId(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Claims.Booking booking(Claims.Open claim, Instant now) {
        Optional<StopOrder> settled =
                claim.order().filter(order -> order.phase().isSettled());
        if (settled.isEmpty()) {
            return new Claims.Booking(claim.books(), Optional.of(now.plus(LEASE)), Optional.empty());
        }
        StopOrder order = settled.get();
        ClaimBooks target = claim.books().under(order.state());
        return new Claims.Booking(
                target,
                Optional.empty(),
                events.fundsMoved(
                        claim.key().caseId(),
                        now,
                        claim.books().movementsTo(target, order.account(), order.applicationId())));
    }
}
