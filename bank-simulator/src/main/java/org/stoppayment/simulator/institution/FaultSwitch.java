package org.stoppayment.simulator.institution;

import org.stoppayment.simulator.Fault;
import org.stoppayment.simulator.FaultKind;

/** The fault of one institution, counted down by the messages that meet it. */
final class FaultSwitch {

    private Fault fault = Fault.NONE;

    synchronized Fault current() {
        return fault;
    }

    synchronized void set(Fault next) {
        fault = next;
    }

    /** The fault that this message meets. */
    synchronized Fault meet(boolean isInquiry) {
        Fault met = fault;
        if (isInquiry && !met.inquiries()) {
            return Fault.NONE;
        }
        Integer times = met.times();
        if (times != null && met.kind() != FaultKind.DOWN) {
            fault = times > 1 ? met.times(times - 1) : Fault.NONE;
        }
        return met;
    }
}
