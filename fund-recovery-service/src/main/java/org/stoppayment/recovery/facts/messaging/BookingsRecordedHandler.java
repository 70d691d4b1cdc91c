package org.stoppayment.recovery.facts.messaging;

import static org.stoppayment.recovery.shared.messaging.EventFields.moment;
import static org.stoppayment.recovery.shared.messaging.EventFields.unknown;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.proto.freeze.v1.BookingFact;
import org.stoppayment.proto.freeze.v1.BookingsRecorded;
import org.stoppayment.proto.freeze.v1.FactDirection;
import org.stoppayment.proto.freeze.v1.FactKind;
import org.stoppayment.recovery.facts.application.RecordingFacts;
import org.stoppayment.recovery.facts.domain.Booking;
import org.stoppayment.recovery.facts.domain.Booking.Direction;
import org.stoppayment.recovery.facts.domain.Booking.Kind;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.shared.messaging.Delivery;
import org.stoppayment.recovery.shared.messaging.EventFields;
import org.stoppayment.recovery.shared.messaging.EventHandler;
import org.stoppayment.recovery.shared.messaging.UnreadableEventException;

/** Takes {@code BookingsRecorded}. */
@ApplicationScoped
class BookingsRecordedHandler implements EventHandler {

    private static final String TYPE = BookingsRecorded.getDescriptor().getFullName();

    private final RecordingFacts recording;

    BookingsRecordedHandler(RecordingFacts recording) {
        this.recording = recording;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Uni<List<RejectedEvent>> take(List<Event> events) {
        Delivery<List<Booking>> delivery = Delivery.read(events, BookingsRecordedHandler::parse);
        return recording
                .bookings(delivery.content().stream().flatMap(List::stream).toList())
                .replaceWith(delivery.rejected());
    }

    private static List<Booking> parse(Event event) throws UnreadableEventException {
        BookingsRecorded sent = EventFields.data(event, BookingsRecorded.parser(), TYPE);
        AccountRef account = FactFields.account("account", sent.getAccount());
        return FactFields.all("bookings", sent.getBookingsList(), (path, booking) -> fact(path, booking, account));
    }

    private static Booking fact(String path, BookingFact sent, AccountRef account) throws UnreadableEventException {
        return new Booking(
                account,
                direction(path + ".direction", sent.getDirection()),
                FactFields.keyText(path + ".serial", sent.getSerial()),
                FactFields.positive(path + ".ordinal", sent.getOrdinal()),
                FactFields.revision(path, sent.getRevision()),
                kind(path + ".kind", sent.getKind()),
                FactFields.paid(path + ".amountFen", sent.getAmountFen()),
                moment(path + ".bookedAt", sent.hasBookedAt(), sent.getBookedAt()),
                sent.getSequence(),
                FactFields.party(path + ".counterparty", sent.getCounterparty()),
                sent.getIsReplaced());
    }

    private static Direction direction(String path, FactDirection sent) throws UnreadableEventException {
        return switch (sent) {
            case FACT_DIRECTION_IN -> Direction.IN;
            case FACT_DIRECTION_OUT -> Direction.OUT;
            case FACT_DIRECTION_UNSPECIFIED, UNRECOGNIZED -> throw unknown(path, sent);
        };
    }

    private static Kind kind(String path, FactKind sent) throws UnreadableEventException {
        return switch (sent) {
            case FACT_KIND_TRANSFER -> Kind.TRANSFER;
            case FACT_KIND_CASH -> Kind.CASH;
            case FACT_KIND_MERCHANT -> Kind.MERCHANT;
            case FACT_KIND_UNSPECIFIED, UNRECOGNIZED -> throw unknown(path, sent);
        };
    }
}
