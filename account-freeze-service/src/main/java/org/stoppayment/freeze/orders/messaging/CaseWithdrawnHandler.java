package org.stoppayment.freeze.orders.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.orders.application.withdrawal.WithdrawingCases;
import org.stoppayment.freeze.shared.messaging.EventHandler;
import org.stoppayment.proto.common.v1.Event;

/** Takes {@code CaseWithdrawn}, after all submissions of the case. */
@ApplicationScoped
class CaseWithdrawnHandler implements EventHandler {

    private final WithdrawingCases withdrawing;

    CaseWithdrawnHandler(WithdrawingCases withdrawing) {
        this.withdrawing = withdrawing;
    }

    @Override
    public String type() {
        return CaseWithdrawnParser.TYPE;
    }

    @Override
    public Uni<Boolean> take(Event event) {
        return withdrawing.withdraw(CaseWithdrawnParser.parse(event));
    }
}
