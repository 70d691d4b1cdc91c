package org.stoppayment.recovery.facts.messaging;

import static org.stoppayment.recovery.shared.messaging.EventFields.id;
import static org.stoppayment.recovery.shared.messaging.EventFields.moment;
import static org.stoppayment.recovery.shared.messaging.EventFields.optionalId;
import static org.stoppayment.recovery.shared.messaging.EventFields.text;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.ReportedTransferFact;
import org.stoppayment.proto.freeze.v1.TransfersReported;
import org.stoppayment.recovery.facts.application.RecordingFacts;
import org.stoppayment.recovery.facts.domain.ReportedTransfer;
import org.stoppayment.recovery.facts.domain.VictimName;
import org.stoppayment.recovery.shared.messaging.Delivery;
import org.stoppayment.recovery.shared.messaging.EventFields;
import org.stoppayment.recovery.shared.messaging.EventHandler;
import org.stoppayment.recovery.shared.messaging.UnreadableEventException;

/** Takes {@code TransfersReported}. */
@ApplicationScoped
class TransfersReportedHandler implements EventHandler {

    private static final String TYPE = TransfersReported.getDescriptor().getFullName();

    private final RecordingFacts recording;

    TransfersReportedHandler(RecordingFacts recording) {
        this.recording = recording;
    }

    /** What an event says. */
    private record Told(VictimName victim, List<ReportedTransfer> transfers) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Uni<List<RejectedEvent>> take(List<Event> events) {
        Delivery<Told> delivery = Delivery.read(events, TransfersReportedHandler::parse);
        List<ReportedTransfer> transfers = delivery.content().stream()
                .flatMap(told -> told.transfers().stream())
                .toList();
        List<VictimName> victims = delivery.content().stream().map(Told::victim).toList();
        return recording.transfers(transfers, victims).replaceWith(delivery.rejected());
    }

    private static Told parse(Event event) throws UnreadableEventException {
        TransfersReported sent = EventFields.data(event, TransfersReported.parser(), TYPE);
        CaseId caseId = id("caseId", sent.getCaseId(), CaseId::parse);
        return new Told(
                new VictimName(caseId, text("victimName", sent.getVictimName())),
                FactFields.all("transfers", sent.getTransfersList(), (path, transfer) -> fact(path, transfer, caseId)));
    }

    private static ReportedTransfer fact(String path, ReportedTransferFact sent, CaseId caseId)
            throws UnreadableEventException {
        Transfer transfer = sent.getTransfer();
        String at = path + ".transfer";
        return new ReportedTransfer(
                id(path + ".transferId", sent.getTransferId(), TransferId::parse),
                FactFields.revision(path, sent.getRevision()),
                caseId,
                FactFields.party(at + ".payer", transfer.getPayer()),
                FactFields.account(at + ".payee", transfer.getPayee()),
                amount(at + ".amountFen", transfer),
                transferredAt(at + ".transferredAt", transfer),
                text(at + ".serial", transfer.getSerial()),
                optionalId(path + ".correctsTransferId", sent.getCorrectsTransferId(), TransferId::parse),
                optionalId(path + ".duplicateOfTransferId", sent.getDuplicateOfTransferId(), TransferId::parse),
                sent.getIsLoss());
    }

    private static Optional<Money> amount(String path, Transfer sent) throws UnreadableEventException {
        return sent.hasAmountFen() ? Optional.of(FactFields.paid(path, sent.getAmountFen())) : Optional.empty();
    }

    private static Optional<Instant> transferredAt(String path, Transfer sent) throws UnreadableEventException {
        return sent.hasTransferredAt() ? Optional.of(moment(path, sent.getTransferredAt())) : Optional.empty();
    }
}
