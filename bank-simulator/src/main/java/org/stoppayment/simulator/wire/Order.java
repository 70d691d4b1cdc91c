package org.stoppayment.simulator.wire;

/** What the gateway sends: a stop, its extension or its lifting. */
public sealed interface Order permits StopOrder, ExtensionOrder, LiftOrder {

    /** What the gateway wants done. */
    enum Kind {
        /** 紧急止付, 100101. */
        STOP,
        /** 延长止付, 100105. */
        EXTENSION,
        /** 解除止付, 100103. */
        LIFT
    }

    /** Which of them. */
    Kind kind();

    /** The idempotency key. */
    String applicationId();

    /** The account concerned. */
    AccountId account();
}
