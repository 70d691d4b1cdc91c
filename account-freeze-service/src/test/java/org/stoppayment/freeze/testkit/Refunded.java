package org.stoppayment.freeze.testkit;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.recovery.v1.RefundChanged;

/** Refunds out of freezes, as fund-recovery announces them. */
public final class Refunded {

    private Refunded() {}

    /** The event of a payment of which {@code fen} are paid since {@code at}. */
    public static Event of(Freeze freeze, UUID payment, int revision, long fen, Instant at) {
        return of(freeze.getApplicationId(), freeze.getCaseId(), payment, revision, fen, at);
    }

    /** The same, of a freeze that need not exist. */
    public static Event of(String freezeId, String caseId, UUID payment, int revision, long fen, Instant at) {
        return Event.newBuilder()
                .setEventId(Report.newCase())
                .setType(RefundChanged.getDescriptor().getFullName())
                .setCaseId(caseId)
                .setOccurredAt(Outcomes.timestamp(at))
                .setData(RefundChanged.newBuilder()
                        .setPaymentId(payment.toString())
                        .setFreezeId(freezeId)
                        .setCaseId(caseId)
                        .setRevision(revision)
                        .setPaidFen(fen)
                        .addReceiptIds("refund")
                        .setOccurredAt(Outcomes.timestamp(at))
                        .build()
                        .toByteString())
                .build();
    }
}
