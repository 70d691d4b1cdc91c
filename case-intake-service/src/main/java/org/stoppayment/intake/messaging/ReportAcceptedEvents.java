package org.stoppayment.intake.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.intake.application.IntakeEvents;
import org.stoppayment.intake.domain.NamedAccount;
import org.stoppayment.intake.domain.ProtectiveStop;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.intake.domain.Withdrawal;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.intake.v1.AcceptedTransfer;
import org.stoppayment.proto.intake.v1.CaseWithdrawn;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.ReportAccepted;

/** Writes {@code ReportAccepted}: only transfers that name an account, without institution codes that are not valid. */
@ApplicationScoped
class ReportAcceptedEvents implements IntakeEvents {

    private final Ids ids;

    ReportAcceptedEvents(Ids ids) {
        this.ids = ids;
    }

    @Override
    public OutboxEvent accepted(Submission submission) {
        ReportAccepted.Builder event = ReportAccepted.newBuilder()
                .setCaseId(submission.caseId().toString())
                .setReceivedAt(CommonWire.timestamp(submission.receivedAt()))
                .setAcceptedAt(CommonWire.timestamp(submission.acceptedAt()))
                .setFraudType(fraudType(submission.fraudType()))
                .setVictimName(submission.victimName())
                .setSupplement(submission.kind() == Submission.Kind.SUPPLEMENT)
                .setOperator(Operator.newBuilder()
                        .setOrganisation(submission.operator().organisation())
                        .setBadgeNumber(submission.operator().badgeNumber()));
        submission.transfers().stream()
                .filter(identified -> identified.transfer().payee().isNamed())
                .map(ReportAcceptedEvents::render)
                .forEach(event::addTransfers);
        submission.transfers().stream()
                .filter(identified -> !identified.transfer().payee().isNamed()
                        && identified.transfer().payer().isNamed())
                .map(ReportAcceptedEvents::render)
                .forEach(event::addOtherTransfers);
        submission.protectiveStops().stream()
                .filter(stop ->
                        stop.account().isNamed() && stop.consentRecordedAt().isPresent())
                .map(ReportAcceptedEvents::render)
                .forEach(event::addProtectiveStops);
        return OutboxEvent.of(ids.newEventId(), submission.caseId(), submission.acceptedAt(), event.build());
    }

    @Override
    public OutboxEvent withdrawn(Withdrawal withdrawal, int submissions) {
        CaseWithdrawn.Builder event = CaseWithdrawn.newBuilder()
                .setCaseId(withdrawal.caseId().toString())
                .setSubmissions(submissions)
                .setWithdrawnAt(CommonWire.timestamp(withdrawal.at()))
                .setReason(withdrawal.reason())
                .setReference(withdrawal.reference())
                .setOperator(Operator.newBuilder()
                        .setOrganisation(withdrawal.operator().organisation())
                        .setBadgeNumber(withdrawal.operator().badgeNumber()));
        return OutboxEvent.of(ids.newEventId(), withdrawal.caseId(), withdrawal.at(), event.build());
    }

    private static AcceptedTransfer render(IdentifiedTransfer identified) {
        AcceptedTransfer.Builder accepted = AcceptedTransfer.newBuilder()
                .setTransferId(identified.transferId().toString())
                .setTransfer(render(identified.transfer()));
        if (identified.transfer().payee().isNamed()) { // else the corrected transfer keeps its payee, and its stop
            identified.supersedes().ifPresent(id -> accepted.setCorrectsTransferId(id.toString()));
        }
        identified.supersedesPayerOf().ifPresent(id -> accepted.setCorrectsPayerOfTransferId(id.toString()));
        return accepted.build();
    }

    private static org.stoppayment.proto.common.v1.Transfer render(Transfer transfer) {
        org.stoppayment.proto.common.v1.Transfer.Builder rendered =
                org.stoppayment.proto.common.v1.Transfer.newBuilder()
                        .setPayer(render(transfer.payer()))
                        .setPayee(render(transfer.payee()))
                        .setCurrency(transfer.hasKnownCurrency() ? transfer.currency() : Transfer.DEFAULT_CURRENCY)
                        .setSerial(transfer.serial());
        transfer.amountFen().ifPresent(rendered::setAmountFen);
        transfer.transferredAt().ifPresent(at -> rendered.setTransferredAt(CommonWire.timestamp(at)));
        return rendered.build();
    }

    private static org.stoppayment.proto.intake.v1.ProtectiveStop render(ProtectiveStop stop) {
        return org.stoppayment.proto.intake.v1.ProtectiveStop.newBuilder()
                .setAccount(render(stop.account()))
                .setConsentRecordedAt(
                        CommonWire.timestamp(stop.consentRecordedAt().orElseThrow()))
                .build();
    }

    private static Account render(NamedAccount account) {
        String code = InstitutionCode.isValid(account.institutionCode()) ? account.institutionCode() : "";
        return CommonWire.account(code, account.number(), account.name(), account.kind());
    }

    private static FraudType fraudType(String code) {
        return FraudType.valueOf("FRAUD_TYPE_" + code);
    }
}
