package org.stoppayment.simulator.wire;

/** What the gateway sends: a stop or its lifting. */
public sealed interface Order permits StopOrder, LiftOrder {

    /** What the gateway wants done. */
    enum Kind {
        /** 紧急止付, 100101. */
        STOP,
        /** 解除止付, 100103. */
        LIFT
    }

    /** Which of the two. */
    Kind kind();

    /** The idempotency key. */
    String applicationId();

    /** The account concerned. */
    AccountId account();
}
