package org.stoppayment.simulator.institution;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.ledger.PayeeBank;
import org.stoppayment.simulator.wire.ExtensionOrder;
import org.stoppayment.simulator.wire.FreezeChange;
import org.stoppayment.simulator.wire.FreezeLift;
import org.stoppayment.simulator.wire.FreezeOrder;
import org.stoppayment.simulator.wire.FreezeRenewal;
import org.stoppayment.simulator.wire.LiftOrder;
import org.stoppayment.simulator.wire.Order;
import org.stoppayment.simulator.wire.RefundOrder;
import org.stoppayment.simulator.wire.StopOrder;

/** Decides and books orders in the ledger, each kind by its rules. */
final class OrderBooks {

    private static final Duration FUTURE_STOP_OFFSET = Duration.ofHours(1);

    private final Ledger ledger;
    private final Function<String, PayeeBank> payeeBanks;

    OrderBooks(SimulatorContext context) {
        this.ledger = context.ledger();
        this.payeeBanks = context.payeeBanks();
    }

    /**
     * Decides an order, and books it when the plan says so.
     *
     * @param isOpen whether every account number exists
     */
    Ledger.Outcome book(Order order, ResponsePlan plan, boolean isOpen, Instant now) {
        Instant heldAt = plan.isStopInFuture() ? now.plus(FUTURE_STOP_OFFSET) : now;
        if (order instanceof StopOrder stop) {
            return ledger.stop(stop, isOpen, plan.books(), heldAt, now);
        }
        if (order instanceof ExtensionOrder extension) {
            return ledger.extend(extension, plan.books(), now);
        }
        if (order instanceof LiftOrder lift) {
            return ledger.lift(lift, plan.books(), now);
        }
        if (order instanceof FreezeOrder freeze) {
            return ledger.freeze(freeze, isOpen, plan.books(), heldAt, now);
        }
        if (order instanceof FreezeRenewal renewal) {
            return ledger.renew(renewal, plan.books(), now);
        }
        if (order instanceof FreezeLift lift) {
            return ledger.lift(lift, plan.books(), now);
        }
        if (order instanceof RefundOrder refund) {
            PayeeBank bank = payeeBanks.apply(refund.payee().institutionCode());
            boolean paysLess = plan.fault() == FaultKind.PAYS_LESS;
            return ledger.refunds().refund(refund, bank, paysLess, plan.books(), heldAt, now);
        }
        return ledger.change((FreezeChange) order, plan.books(), now);
    }
}
