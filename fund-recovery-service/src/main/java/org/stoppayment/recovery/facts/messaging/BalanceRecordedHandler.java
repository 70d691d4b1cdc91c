package org.stoppayment.recovery.facts.messaging;

import static org.stoppayment.recovery.shared.messaging.EventFields.id;
import static org.stoppayment.recovery.shared.messaging.EventFields.moment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.proto.freeze.v1.BalanceRecorded;
import org.stoppayment.recovery.facts.application.RecordingFacts;
import org.stoppayment.recovery.facts.domain.Balance;
import org.stoppayment.recovery.shared.messaging.Delivery;
import org.stoppayment.recovery.shared.messaging.EventFields;
import org.stoppayment.recovery.shared.messaging.EventHandler;
import org.stoppayment.recovery.shared.messaging.UnreadableEventException;

/** Takes {@code BalanceRecorded}. */
@ApplicationScoped
class BalanceRecordedHandler implements EventHandler {

    private static final String TYPE = BalanceRecorded.getDescriptor().getFullName();

    private final RecordingFacts recording;

    BalanceRecordedHandler(RecordingFacts recording) {
        this.recording = recording;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Uni<List<RejectedEvent>> take(List<Event> events) {
        Delivery<Balance> delivery = Delivery.read(events, BalanceRecordedHandler::parse);
        return recording.balances(delivery.content()).replaceWith(delivery.rejected());
    }

    private static Balance parse(Event event) throws UnreadableEventException {
        BalanceRecorded sent = EventFields.data(event, BalanceRecorded.parser(), TYPE);
        return new Balance(
                id("applicationId", sent.getApplicationId(), ApplicationId::parse),
                FactFields.positive("revision", sent.getRevision()),
                FactFields.account("account", sent.getAccount()).key(),
                FactFields.held("balanceFen", sent.getBalanceFen()),
                moment("asOf", sent.hasAsOf(), sent.getAsOf()),
                sent.hasOpeningFen()
                        ? Optional.of(FactFields.held("openingFen", sent.getOpeningFen()))
                        : Optional.empty(),
                sent.hasSince() ? Optional.of(moment("since", sent.getSince())) : Optional.empty());
    }
}
