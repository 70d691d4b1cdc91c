package org.stoppayment.simulator.institution;

import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;

/** The current fault of one institution; counts the affected messages. */
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
        Fault active = fault;
        if (isInquiry && !active.inquiries()) {
            return Fault.NONE;
        }
        Integer times = active.times();
        if (times != null && active.kind() != FaultKind.DOWN) {
            fault = times > 1 ? active.times(times - 1) : Fault.NONE;
        }
        return active;
    }
}
