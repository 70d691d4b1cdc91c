package org.stoppayment.freeze.orders.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.orders.domain.placement.NamedTransfer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Renders an order for the gateway once; every attempt sends the same. */
public final class InstructionWire {

    private InstructionWire() {}

    static SendStopRequest render(
            ApplicationId applicationId,
            CaseOrigin origin,
            AccountRef account,
            List<NamedTransfer> transfers,
            Optional<ApplicationId> original,
            Instant at) {
        SendStopRequest.Builder request = SendStopRequest.newBuilder()
                .setApplicationId(applicationId.toString())
                .setCaseId(origin.caseId().toString())
                .setInstitutionCode(account.institutionCode())
                .setAccount(account(account))
                .setProtective(transfers.isEmpty())
                .setReason(origin.reason())
                .setAppliedAt(CommonWire.timestamp(at))
                .setOperator(Operator.newBuilder()
                        .setOrganisation(origin.organisation())
                        .setBadgeNumber(origin.badgeNumber()));
        original.ifPresent(id -> request.setOriginalApplicationId(id.toString()));
        transfers.forEach(transfer -> request.addTransfers(transfer(transfer)));
        return request.build();
    }

    /** The order as it was rendered, with its present institution and urgency. */
    public static SendStopRequest read(StopOrder order) {
        try {
            SendStopRequest.Builder request =
                    SendStopRequest.newBuilder().mergeFrom(order.dispatch().instruction());
            request.setUrgent(order.dispatch().urgent())
                    .setInstitutionCode(order.account().institutionCode())
                    .getAccountBuilder()
                    .setInstitutionCode(order.account().institutionCode());
            return request.build();
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("the instruction of order " + order.applicationId() + " is broken", broken);
        }
    }

    /**
     * The order {@code template} as it was rendered, for a new one of a case, for which {@code officer} asks and which reissues the order
     * {@code original}.
     */
    public static SendStopRequest again(
            StopOrder template,
            ApplicationId original,
            CaseId caseId,
            ApplicationId applicationId,
            Officer officer,
            Instant at) {
        return read(template).toBuilder()
                .setApplicationId(applicationId.toString())
                .setCaseId(caseId.toString())
                .setOriginalApplicationId(original.toString())
                .setAppliedAt(CommonWire.timestamp(at))
                .setOperator(OfficerWire.render(officer))
                .build();
    }

    private static Transfer transfer(NamedTransfer transfer) {
        Transfer.Builder rendered = Transfer.newBuilder()
                .setPayer(account(transfer.payer()))
                .setCurrency(transfer.currency())
                .setSerial(transfer.serial());
        transfer.amount().map(Money::fen).ifPresent(rendered::setAmountFen);
        transfer.bookedAt().ifPresent(at -> rendered.setTransferredAt(CommonWire.timestamp(at)));
        return rendered.build();
    }

    public static Account account(AccountRef account) {
        return CommonWire.account(account.institutionCode(), account.number(), account.name(), account.kind());
    }
}
