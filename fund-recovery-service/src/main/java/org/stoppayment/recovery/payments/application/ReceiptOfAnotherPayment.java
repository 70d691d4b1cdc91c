package org.stoppayment.recovery.payments.application;

/** The receipt is that of another payment of the same institution: it shows nothing about this one. */
public final class ReceiptOfAnotherPayment extends RuntimeException {

    /** The code of this refusal, and the detail of a payment that waits for its own receipt. */
    public static final String CODE = "RECEIPT_OF_ANOTHER_PAYMENT";

    private static final long serialVersionUID = 1L;

    public ReceiptOfAnotherPayment() {
        super(CODE, null, false, false);
    }
}
