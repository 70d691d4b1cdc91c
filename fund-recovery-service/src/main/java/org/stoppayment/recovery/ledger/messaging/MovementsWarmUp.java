package org.stoppayment.recovery.ledger.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.warmup.Loopback;
import org.stoppayment.kit.warmup.WarmUp;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxServiceGrpc;
import org.stoppayment.proto.freeze.v1.FundsMoved;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.recovery.ledger.application.DryRunMovements;
import org.stoppayment.recovery.shared.messaging.Delivery;

/**
 * Warms up movements: a delivery without events goes through the server and is refused there; an event with a movement is parsed, booked
 * and rolled back.
 */
@ApplicationScoped
class MovementsWarmUp implements WarmUp {

    private final Loopback loopback;
    private final DryRunMovements dryRun;
    private final InstantSource clock;
    private final Ids ids;

    MovementsWarmUp(Loopback loopback, DryRunMovements dryRun, InstantSource clock, Ids ids) {
        this.loopback = loopback;
        this.dryRun = dryRun;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "movements";
    }

    @Override
    public Uni<Void> run() {
        return loopback.call(EventInboxServiceGrpc.getDeliverEventsMethod(), DeliverEventsRequest.getDefaultInstance())
                .chain(() -> dryRun.book(
                        Delivery.read(List.of(event()), FundsMovedWire::parse).content()));
    }

    private Event event() {
        String caseId = ids.next().toString();
        return Event.newBuilder()
                .setEventId(ids.next().toString())
                .setCaseId(caseId)
                .setType(FundsMoved.getDescriptor().getFullName())
                .setOccurredAt(CommonWire.timestamp(clock.instant()))
                .setData(FundsMoved.newBuilder()
                        .setCaseId(caseId)
                        .addMovements(FundsMovement.newBuilder()
                                .setAccount(CommonWire.account("", "warmup.1", "warm-up", AccountKind.BANK_PERSONAL))
                                .setCause(FundsMovementCause.FUNDS_MOVEMENT_CAUSE_REPORTED)
                                .setFrom(FundsPosition.FUNDS_POSITION_REPORTED)
                                .setTo(FundsPosition.FUNDS_POSITION_UNKNOWN)
                                .setAmountFen(100))
                        .build()
                        .toByteString())
                .build();
    }
}
