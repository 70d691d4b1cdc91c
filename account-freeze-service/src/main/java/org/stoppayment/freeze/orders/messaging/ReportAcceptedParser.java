package org.stoppayment.freeze.orders.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.messaging.EventFields;
import org.stoppayment.freeze.shared.messaging.UnreadableEvent;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.intake.v1.AcceptedTransfer;
import org.stoppayment.proto.intake.v1.ProtectiveStop;
import org.stoppayment.proto.intake.v1.ReportAccepted;

/** Parses {@code ReportAccepted}. */
final class ReportAcceptedParser {

    static final String TYPE = ReportAccepted.getDescriptor().getFullName();

    private ReportAcceptedParser() {}

    /** The report; throws {@link UnreadableEvent} when it can never be read. */
    static AcceptedReport parse(Event event) {
        try {
            ReportAccepted report = ReportAccepted.parseFrom(event.getData());
            return new AcceptedReport(
                    new EventId(EventFields.id("eventId", event.getEventId())),
                    new CaseId(EventFields.id("caseId", report.getCaseId())),
                    report.getFraudType().name().replace("FRAUD_TYPE_", ""),
                    report.getOperator().getOrganisation(),
                    report.getOperator().getBadgeNumber(),
                    report.getVictimName(),
                    report.getSupplement(),
                    report.getTransfersList().stream()
                            .map(ReportAcceptedParser::transfer)
                            .toList(),
                    report.getOtherTransfersList().stream()
                            .map(ReportAcceptedParser::transfer)
                            .toList(),
                    report.getProtectiveStopsList().stream()
                            .map(ProtectiveStop::getAccount)
                            .map(ReportAcceptedParser::account)
                            .toList());
        } catch (InvalidProtocolBufferException broken) {
            throw EventFields.broken(TYPE);
        }
    }

    private static ReportedTransfer transfer(AcceptedTransfer accepted) {
        var transfer = accepted.getTransfer();
        return new ReportedTransfer(
                new TransferId(EventFields.id("transferId", accepted.getTransferId())),
                account(transfer.getPayer()),
                account(transfer.getPayee()),
                transfer.hasAmountFen() ? Optional.of(sum(transfer.getAmountFen())) : Optional.empty(),
                transfer.getCurrency(),
                transfer.hasTransferredAt()
                        ? Optional.of(EventFields.moment("transferredAt", transfer.getTransferredAt()))
                        : Optional.empty(),
                transfer.getSerial(),
                transferId("correctsTransferId", accepted.getCorrectsTransferId()),
                transferId("correctsPayerOfTransferId", accepted.getCorrectsPayerOfTransferId()));
    }

    private static Optional<TransferId> transferId(String field, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new TransferId(EventFields.id(field, text)));
    }

    private static Money sum(long fen) {
        if (fen < 1 || fen > Money.MAX_FEN) {
            throw new UnreadableEvent("amountFen: " + fen + " (expected: 1..10^13)");
        }
        return Money.ofFen(fen);
    }

    private static AccountRef account(Account account) {
        return new AccountRef(
                account.getInstitutionCode(),
                AccountNumber.bounded(account.getNumber()),
                account.getName(),
                CommonWire.kind(account.getKind()));
    }
}
