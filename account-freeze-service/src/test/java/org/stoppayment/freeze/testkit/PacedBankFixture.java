package org.stoppayment.freeze.testkit;

import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;

import org.stoppayment.freeze.orders.domain.CallWindow;
import org.stoppayment.proto.common.v1.Account;

/** A bank of whose pace this process knows nothing from earlier tests. */
public abstract class PacedBankFixture extends FreezeFixture {

    /** The bank was away and is back; returns how many resends and inquiries may be in flight to it now. */
    protected int bankIsBack() {
        String caseId = newCase();
        Account payee = account();
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.answers(Outcomes.circuitOpen()),
                        gateway().stops(60));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, STOP_ORDER_STATE_QUEUED);
        waitAndAdvance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        return CallWindow.INITIAL.answered().size();
    }
}
