package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.ClaimBooks;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kit.outbox.OutboxEvent;

/** The claims of cases on accounts, durable. */
public interface Claims {

    /** Which claim. */
    record Key(UUID caseId, AccountRef.Key account) {}

    /**
     * A claim with the order that decides over its money.
     *
     * @param key which claim
     * @param books where its money has been booked
     * @param order the live order on the account, else the newest that was ever in effect, else the newest
     */
    record Open(Key key, ClaimBooks books, Optional<StopOrder> order) {}

    /**
     * What is to be written.
     *
     * @param books where the money is now
     * @param dueAt when to look again
     * @param event for the books
     */
    record Booking(ClaimBooks books, Optional<Instant> dueAt, Optional<OutboxEvent> event) {}

    /** Works out what is to be written for a claim. */
    interface Bookkeeper {
        Booking book(Open claim);
    }

    /** Claims that are due, for {@code lease} nobody else's. */
    Uni<List<Key>> claimDue(Instant now, Duration lease, int most);

    /** Books a claim in one transaction, in which nobody else can; ends with what was written. */
    Uni<Optional<Booking>> book(Key key, Bookkeeper bookkeeper);

    /** Places the case's oldest waiting order on the account, QUEUED and due; false when there is none. */
    Uni<Boolean> placeWaiting(Key key, Instant now);
}
