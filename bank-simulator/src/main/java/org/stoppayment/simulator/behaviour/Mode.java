package org.stoppayment.simulator.behaviour;

/** How an institution answers an order. */
public enum Mode {
    /** 200 with the feedback. */
    SYNC,
    /** 202, and the feedback is called back. */
    ASYNC
}
