package org.stoppayment.simulator.wire;

/** An order of the gateway. */
public sealed interface Order
        permits StopOrder,
                ExtensionOrder,
                LiftOrder,
                FreezeOrder,
                FreezeRenewal,
                FreezeLift,
                FreezeChange,
                RefundOrder {

    /** The kind of an order. */
    enum Kind {
        /** 紧急止付, 100101. */
        STOP,
        /** 延长止付, 100105. */
        EXTENSION,
        /** 解除止付, 100103. */
        LIFT,
        /** 冻结, 100201. */
        FREEZE,
        /** 续冻, 100205. */
        FREEZE_RENEWAL,
        /** 解除冻结, 100203. */
        FREEZE_LIFT,
        /** 变更冻结金额. */
        FREEZE_CHANGE,
        /** 资金返还. */
        REFUND
    }

    /** The kind of this order. */
    Kind kind();

    /** The idempotency key. */
    String applicationId();

    /** The account concerned. */
    AccountId account();
}
