package org.stoppayment.freeze.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.AcceptedReport;
import org.stoppayment.freeze.domain.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kernel.Money;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Writes an order as the gateway takes it, once; every attempt sends the same. */
final class InstructionWire {

    private InstructionWire() {}

    static SendStopRequest render(
            UUID applicationId,
            AcceptedReport report,
            AccountRef account,
            List<ReportedTransfer> transfers,
            Optional<UUID> original,
            Instant at) {
        SendStopRequest.Builder request = SendStopRequest.newBuilder()
                .setApplicationId(applicationId.toString())
                .setCaseId(report.caseId().toString())
                .setInstitutionCode(account.institutionCode())
                .setAccount(account(account))
                .setProtective(transfers.isEmpty())
                .setReason(report.reason())
                .setAppliedAt(timestamp(at))
                .setOperator(Operator.newBuilder()
                        .setOrganisation(report.organisation())
                        .setBadgeNumber(report.badgeNumber()));
        original.ifPresent(id -> request.setOriginalApplicationId(id.toString()));
        transfers.forEach(transfer -> request.addTransfers(transfer(transfer)));
        return request.build();
    }

    /** The order as it was written, to the institution that it goes to now. */
    static SendStopRequest read(StopOrder order) {
        try {
            SendStopRequest request = SendStopRequest.parseFrom(order.instruction());
            String code = order.account().institutionCode();
            return request.getInstitutionCode().equals(code)
                    ? request
                    : request.toBuilder()
                            .setInstitutionCode(code)
                            .setAccount(request.getAccount().toBuilder().setInstitutionCode(code))
                            .build();
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("the instruction of order " + order.applicationId() + " is broken", broken);
        }
    }

    /** The order as it was written, for a new one that follows it. */
    static SendStopRequest again(StopOrder ended, UUID applicationId, Instant at) {
        return read(ended).toBuilder()
                .setApplicationId(applicationId.toString())
                .setOriginalApplicationId(ended.applicationId().toString())
                .setAppliedAt(timestamp(at))
                .build();
    }

    private static Transfer transfer(ReportedTransfer transfer) {
        Transfer.Builder rendered = Transfer.newBuilder()
                .setPayer(account(transfer.payer()))
                .setCurrency(transfer.currency())
                .setSerial(transfer.serial());
        transfer.amount().map(Money::fen).ifPresent(rendered::setAmountFen);
        transfer.transferredAt().ifPresent(at -> rendered.setTransferredAt(timestamp(at)));
        return rendered.build();
    }

    static Account account(AccountRef account) {
        return Account.newBuilder()
                .setInstitutionCode(account.institutionCode())
                .setNumber(account.number())
                .setName(account.name())
                .setKind(AccountKind.valueOf("ACCOUNT_KIND_" + account.kind().name()))
                .build();
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
