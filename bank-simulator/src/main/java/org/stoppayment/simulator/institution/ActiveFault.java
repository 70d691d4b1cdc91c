package org.stoppayment.simulator.institution;

import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;

/** The fault of one institution; each message that it affects counts it down. */
final class ActiveFault {

    private Fault fault = Fault.NONE;

    synchronized Fault current() {
        return fault;
    }

    synchronized void set(Fault next) {
        fault = next;
    }

    /** The fault that affects this message. */
    synchronized Fault next(boolean isInquiry) {
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
