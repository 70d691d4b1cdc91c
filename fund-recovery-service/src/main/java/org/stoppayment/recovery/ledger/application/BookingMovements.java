package org.stoppayment.recovery.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.ledger.application.Ledger.Booking;
import org.stoppayment.recovery.ledger.application.Ledger.Outcome;
import org.stoppayment.recovery.ledger.domain.FundsMoved;

/** Books movements of money: each event once, in any order of arrival. */
@ApplicationScoped
public class BookingMovements {

    private final Ledger ledger;
    private final Ids ids;

    BookingMovements(Ledger ledger, Ids ids) {
        this.ledger = ledger;
        this.ids = ids;
    }

    /** Books {@code events}, all of them or none; completes after the commit. */
    public Uni<Booked> book(List<FundsMoved> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(new Booked(0, 0));
        }
        List<Booking> bookings = events.stream()
                .map(event -> new Booking(event.eventId(), event.caseId(), event.entries(ids)))
                .toList();
        return ledger.append(bookings).map(outcomes -> count(bookings, outcomes));
    }

    private static Booked count(List<Booking> bookings, List<Outcome> outcomes) {
        int entries = 0;
        int replayed = 0;
        for (int i = 0; i < bookings.size(); i++) {
            if (outcomes.get(i) == Outcome.BOOKED) {
                entries += bookings.get(i).entries().size();
            } else {
                replayed++;
            }
        }
        return new Booked(entries, replayed);
    }

    /**
     * The result of a delivery.
     *
     * @param entries number of new entries
     * @param replayedEvents number of events that had been booked before
     */
    public record Booked(int entries, int replayedEvents) {}
}
