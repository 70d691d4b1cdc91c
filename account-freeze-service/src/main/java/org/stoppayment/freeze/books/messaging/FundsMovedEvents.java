package org.stoppayment.freeze.books.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.application.FundsEvents;
import org.stoppayment.freeze.books.domain.FundsMovement;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.FundsMoved;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;

/** Renders {@code FundsMoved} events. */
@ApplicationScoped
class FundsMovedEvents implements FundsEvents {

    private final Ids ids;

    FundsMovedEvents(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Optional<OutboxEvent> fundsMoved(CaseId caseId, Instant at, List<FundsMovement> movements) {
        if (movements.isEmpty()) {
            return Optional.empty();
        }
        FundsMoved.Builder event = FundsMoved.newBuilder().setCaseId(caseId.toString());
        movements.forEach(movement -> event.addMovements(render(movement)));
        return Optional.of(OutboxEvent.of(ids.newEventId(), caseId, at, event.build()));
    }

    private static org.stoppayment.proto.freeze.v1.FundsMovement render(FundsMovement movement) {
        return org.stoppayment.proto.freeze.v1.FundsMovement.newBuilder()
                .setAccount(render(movement.account()))
                .setApplicationId(
                        movement.applicationId().map(ApplicationId::toString).orElse(""))
                .setCause(FundsMovementCause.valueOf(
                        "FUNDS_MOVEMENT_CAUSE_" + movement.cause().name()))
                .setFrom(FundsPosition.valueOf(
                        "FUNDS_POSITION_" + movement.from().name()))
                .setTo(FundsPosition.valueOf("FUNDS_POSITION_" + movement.to().name()))
                .setAmountFen(movement.amount().fen())
                .build();
    }

    private static Account render(AccountRef account) {
        return CommonWire.account(account.institutionCode(), account.number(), account.name(), account.kind());
    }
}
