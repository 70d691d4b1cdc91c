package org.stoppayment.intake.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stoppayment.intake.application.WithdrawingCase;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.intake.domain.CaseWarning;
import org.stoppayment.intake.domain.NamedAccount;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.Channel;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;
import org.stoppayment.proto.intake.v1.Warning;
import org.stoppayment.proto.intake.v1.WithdrawCaseResponse;
import org.stoppayment.proto.intake.v1.Withdrawal;

/** Renders answers. */
final class CaseWire {

    private CaseWire() {}

    static ReportFraudResponse renderReported(Receipt receipt) {
        ReportFraudResponse.Builder response = ReportFraudResponse.newBuilder()
                .setCaseId(receipt.caseId().toString())
                .addAllWarnings(warnings(receipt.warnings()))
                .setReplayed(receipt.replayed());
        receipt.transferIds().forEach(id -> response.addTransferIds(id.toString()));
        return response.build();
    }

    static SupplementCaseResponse renderSupplemented(Receipt receipt) {
        SupplementCaseResponse.Builder response = SupplementCaseResponse.newBuilder()
                .setCaseId(receipt.caseId().toString())
                .addAllWarnings(warnings(receipt.warnings()))
                .setReplayed(receipt.replayed());
        receipt.transferIds().forEach(id -> response.addTransferIds(id.toString()));
        return response.build();
    }

    static Case render(CaseView view) {
        Case.Builder rendered = Case.newBuilder()
                .setCaseId(view.summary().caseId().toString())
                .setStatus(status(view.summary()))
                .setAcceptedAt(CommonWire.timestamp(view.summary().acceptedAt()));
        Map<TransferId, Instant> acceptedAt = view.acceptedAt();
        view.transfers()
                .forEach(transfer -> rendered.addTransfers(render(transfer, acceptedAt.get(transfer.transferId()))));
        view.warnings().forEach(warning -> rendered.addWarnings(render(warning)));
        for (CaseView.Received received : view.submissions()) {
            try {
                if (received.kind() == Submission.Kind.REPORT) {
                    rendered.setReport(
                            ReportFraudRequest.parseFrom(received.content().bytes()));
                } else {
                    rendered.addSupplements(
                            SupplementCaseRequest.parseFrom(received.content().bytes()));
                }
            } catch (InvalidProtocolBufferException notWhatWasStored) {
                throw new IllegalStateException("stored request cannot be read", notWhatWasStored);
            }
        }
        view.withdrawal().ifPresent(withdrawal -> rendered.setWithdrawal(render(withdrawal)));
        FilingWire.addTo(rendered, view);
        return rendered.build();
    }

    private static Withdrawal render(org.stoppayment.intake.domain.Withdrawal withdrawal) {
        Withdrawal.Builder rendered = Withdrawal.newBuilder()
                .setWithdrawnAt(CommonWire.timestamp(withdrawal.at()))
                .setReason(withdrawal.reason())
                .setReference(withdrawal.reference());
        Operator operator = withdrawal.operator();
        if (!operator.organisation().isEmpty() || !operator.badgeNumber().isEmpty()) {
            rendered.setOperator(render(operator));
        }
        return rendered.build();
    }

    static org.stoppayment.proto.common.v1.Operator render(Operator operator) {
        return org.stoppayment.proto.common.v1.Operator.newBuilder()
                .setOrganisation(operator.organisation())
                .setBadgeNumber(operator.badgeNumber())
                .build();
    }

    static WithdrawCaseResponse render(WithdrawingCase.Answer answer) {
        return WithdrawCaseResponse.newBuilder()
                .setCaseId(answer.caseId().toString())
                .setReplayed(answer.replayed())
                .build();
    }

    static org.stoppayment.proto.intake.v1.CaseSummary render(CaseSummary summary) {
        return org.stoppayment.proto.intake.v1.CaseSummary.newBuilder()
                .setCaseId(summary.caseId().toString())
                .setStatus(status(summary))
                .setAcceptedAt(CommonWire.timestamp(summary.acceptedAt()))
                .setChannel(Channel.valueOf("CHANNEL_" + summary.channel()))
                .setFraudType(FraudType.valueOf("FRAUD_TYPE_" + summary.fraudType()))
                .setTransferCount(summary.transferCount())
                .setReportedFen(summary.reportedFen())
                .setFilingNumber(summary.filingNumber())
                .build();
    }

    private static CaseStatus status(CaseSummary summary) {
        return CaseStatus.valueOf("CASE_STATUS_" + summary.status().name());
    }

    private static List<Warning> warnings(List<Violation> warnings) {
        return warnings.stream().map(CaseWire::render).toList();
    }

    private static Warning render(Violation warning) {
        return Warning.newBuilder()
                .setField(warning.field())
                .setCode(warning.code())
                .setDescription(warning.description())
                .build();
    }

    private static Warning render(CaseWarning found) {
        return render(found.warning()).toBuilder()
                .setTransferId(found.transferId().map(TransferId::toString).orElse(""))
                .build();
    }

    private static ReportedTransfer render(IdentifiedTransfer identified, @Nullable Instant acceptedAt) {
        ReportedTransfer.Builder rendered = ReportedTransfer.newBuilder()
                .setTransferId(identified.transferId().toString())
                .setTransfer(render(identified.transfer()));
        if (acceptedAt != null) {
            rendered.setAcceptedAt(CommonWire.timestamp(acceptedAt));
        }
        identified.corrects().ifPresent(id -> rendered.setCorrectsTransferId(id.toString()));
        return rendered.build();
    }

    private static org.stoppayment.proto.common.v1.Transfer render(Transfer transfer) {
        org.stoppayment.proto.common.v1.Transfer.Builder rendered =
                org.stoppayment.proto.common.v1.Transfer.newBuilder()
                        .setPayer(render(transfer.payer()))
                        .setPayee(render(transfer.payee()))
                        .setCurrency(transfer.currency())
                        .setSerial(transfer.serial());
        transfer.amountFen().ifPresent(rendered::setAmountFen);
        transfer.transferredAt().ifPresent(at -> rendered.setTransferredAt(CommonWire.timestamp(at)));
        return rendered.build();
    }

    private static Account render(NamedAccount account) {
        return CommonWire.account(account.institutionCode(), account.number(), account.name(), account.kind());
    }
}
