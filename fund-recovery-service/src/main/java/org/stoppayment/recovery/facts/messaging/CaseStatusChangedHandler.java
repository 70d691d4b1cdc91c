package org.stoppayment.recovery.facts.messaging;

import static org.stoppayment.recovery.shared.messaging.EventFields.id;
import static org.stoppayment.recovery.shared.messaging.EventFields.moment;
import static org.stoppayment.recovery.shared.messaging.EventFields.text;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.proto.freeze.v1.CaseStatusChanged;
import org.stoppayment.recovery.facts.application.RecordingFacts;
import org.stoppayment.recovery.facts.domain.CaseStatus;
import org.stoppayment.recovery.facts.domain.CaseStatus.Filing;
import org.stoppayment.recovery.facts.domain.CaseStatus.Report;
import org.stoppayment.recovery.shared.messaging.Delivery;
import org.stoppayment.recovery.shared.messaging.EventFields;
import org.stoppayment.recovery.shared.messaging.EventHandler;
import org.stoppayment.recovery.shared.messaging.UnreadableEventException;

/** Takes {@code CaseStatusChanged}. */
@ApplicationScoped
class CaseStatusChangedHandler implements EventHandler {

    private static final String TYPE = CaseStatusChanged.getDescriptor().getFullName();

    private final RecordingFacts recording;

    CaseStatusChangedHandler(RecordingFacts recording) {
        this.recording = recording;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Uni<List<RejectedEvent>> take(List<Event> events) {
        Delivery<CaseStatus> delivery = Delivery.read(events, CaseStatusChangedHandler::parse);
        return recording.statuses(delivery.content()).replaceWith(delivery.rejected());
    }

    private static CaseStatus parse(Event event) throws UnreadableEventException {
        CaseStatusChanged sent = EventFields.data(event, CaseStatusChanged.parser(), TYPE);
        return new CaseStatus(
                id("caseId", sent.getCaseId(), CaseId::parse),
                FactFields.positive("revision", sent.getRevision()),
                report(sent),
                filing(sent),
                sent.getIsClosed(),
                sent.getIsWithdrawn());
    }

    /** An older account-freeze tells nothing of the report. */
    private static Optional<Report> report(CaseStatusChanged sent) throws UnreadableEventException {
        if (!sent.hasReceivedAt()) {
            return Optional.empty();
        }
        return Optional.of(new Report(
                moment("receivedAt", sent.getReceivedAt()),
                FactFields.keyText("fraudType", sent.getFraudType()),
                text("organisation", sent.getOrganisation())));
    }

    /** A filing has a number, an organisation and a moment, or nothing is told of it. */
    private static Optional<Filing> filing(CaseStatusChanged sent) throws UnreadableEventException {
        if (sent.getFilingNumber().isEmpty()) {
            if (sent.hasFiledAt() || !sent.getFilingOrganisation().isEmpty()) {
                throw new UnreadableEventException("filingNumber", "none", "the number of the filing");
            }
            return Optional.empty();
        }
        return Optional.of(new Filing(
                text("filingNumber", sent.getFilingNumber()),
                text("filingOrganisation", sent.getFilingOrganisation()),
                moment("filedAt", sent.hasFiledAt(), sent.getFiledAt())));
    }
}
