package org.stoppayment.recovery.facts.messaging;

import static org.stoppayment.recovery.shared.messaging.EventFields.id;
import static org.stoppayment.recovery.shared.messaging.EventFields.moment;
import static org.stoppayment.recovery.shared.messaging.EventFields.unknown;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.proto.freeze.v1.HoldChanged;
import org.stoppayment.proto.freeze.v1.HoldMeasure;
import org.stoppayment.recovery.facts.application.RecordingFacts;
import org.stoppayment.recovery.facts.domain.Hold;
import org.stoppayment.recovery.facts.domain.Hold.ApprovalLevel;
import org.stoppayment.recovery.facts.domain.Hold.Measure;
import org.stoppayment.recovery.shared.messaging.Delivery;
import org.stoppayment.recovery.shared.messaging.EventFields;
import org.stoppayment.recovery.shared.messaging.EventHandler;
import org.stoppayment.recovery.shared.messaging.UnreadableEventException;

/** Takes {@code HoldChanged}. */
@ApplicationScoped
class HoldChangedHandler implements EventHandler {

    private static final String TYPE = HoldChanged.getDescriptor().getFullName();

    private final RecordingFacts recording;

    HoldChangedHandler(RecordingFacts recording) {
        this.recording = recording;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Uni<List<RejectedEvent>> take(List<Event> events) {
        Delivery<Hold> delivery = Delivery.read(events, HoldChangedHandler::parse);
        return recording.holds(delivery.content()).replaceWith(delivery.rejected());
    }

    private static Hold parse(Event event) throws UnreadableEventException {
        HoldChanged sent = EventFields.data(event, HoldChanged.parser(), TYPE);
        return new Hold(
                id("holdId", sent.getHoldId(), ApplicationId::parse),
                FactFields.positive("revision", sent.getRevision()),
                id("caseId", sent.getCaseId(), CaseId::parse),
                FactFields.account("account", sent.getAccount()),
                measure(sent.getMeasure()),
                sent.getIsInEffect(),
                FactFields.held("heldFen", sent.getHeldFen()),
                FactFields.held("returnedFen", sent.getReturnedFen()),
                moment("beganAt", sent.hasBeganAt(), sent.getBeganAt()),
                moment("expiresAt", sent.hasExpiresAt(), sent.getExpiresAt()),
                level(sent.getApprovalLevel()));
    }

    private static Measure measure(HoldMeasure sent) throws UnreadableEventException {
        return switch (sent) {
            case HOLD_MEASURE_STOP -> Measure.STOP;
            case HOLD_MEASURE_FREEZE -> Measure.FREEZE;
            case HOLD_MEASURE_UNSPECIFIED, UNRECOGNIZED -> throw unknown("measure", sent);
        };
    }

    private static Optional<ApprovalLevel> level(org.stoppayment.proto.common.v1.ApprovalLevel sent)
            throws UnreadableEventException {
        return switch (sent) {
            case APPROVAL_LEVEL_UNSPECIFIED -> Optional.empty();
            case APPROVAL_LEVEL_COUNTY -> Optional.of(ApprovalLevel.COUNTY);
            case APPROVAL_LEVEL_CITY -> Optional.of(ApprovalLevel.CITY);
            case UNRECOGNIZED -> throw unknown("approvalLevel", sent);
        };
    }
}
