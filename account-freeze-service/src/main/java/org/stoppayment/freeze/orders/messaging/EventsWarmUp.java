package org.stoppayment.freeze.orders.messaging;

import com.google.protobuf.Timestamp;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.warmup.Loopback;
import org.stoppayment.kit.warmup.WarmUp;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxServiceGrpc;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.AcceptedTransfer;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.ReportAccepted;

/** Warms up the inbox with events that it rejects, because a transfer has no id. */
@ApplicationScoped
class EventsWarmUp implements WarmUp {

    private final Loopback loopback;
    private final InstantSource clock;
    private final Ids ids;

    EventsWarmUp(Loopback loopback, InstantSource clock, Ids ids) {
        this.loopback = loopback;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "events from case-intake";
    }

    @Override
    public Uni<Void> run() {
        Timestamp now = CommonWire.timestamp(clock.instant());
        String caseId = ids.next().toString();
        Account account = CommonWire.account("", "warmup.1", "warm-up", AccountKind.BANK_PERSONAL);
        Transfer transfer = Transfer.newBuilder()
                .setPayer(account)
                .setPayee(account)
                .setAmountFen(100)
                .setTransferredAt(now)
                .build();
        ReportAccepted report = ReportAccepted.newBuilder()
                .setCaseId(caseId)
                .setReceivedAt(now)
                .setAcceptedAt(now)
                .setFraudType(FraudType.FRAUD_TYPE_OTHER)
                .setOperator(Operator.newBuilder().setOrganisation("warm-up"))
                .addTransfers(AcceptedTransfer.newBuilder()
                        .setTransferId(ids.next().toString())
                        .setTransfer(transfer))
                .addTransfers(AcceptedTransfer.newBuilder().setTransfer(transfer))
                .build();
        return loopback.call(
                EventInboxServiceGrpc.getDeliverEventsMethod(),
                DeliverEventsRequest.newBuilder()
                        .addEvents(Event.newBuilder()
                                .setEventId(ids.next().toString())
                                .setCaseId(caseId)
                                .setType(ReportAccepted.getDescriptor().getFullName())
                                .setOccurredAt(now)
                                .setData(report.toByteString()))
                        .build());
    }
}
