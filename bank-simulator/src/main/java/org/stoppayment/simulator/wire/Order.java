package org.stoppayment.simulator.wire;

/** An order of the gateway. */
public sealed interface Order permits StopOrder, ExtensionOrder, LiftOrder {

    /** The kind of an order. */
    enum Kind {
        /** 紧急止付, 100101. */
        STOP,
        /** 延长止付, 100105. */
        EXTENSION,
        /** 解除止付, 100103. */
        LIFT
    }

    /** The kind of this order. */
    Kind kind();

    /** The idempotency key. */
    String applicationId();

    /** The account concerned. */
    AccountId account();
}
