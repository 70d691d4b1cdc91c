package org.stoppayment.freeze.holds.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.holds.application.RecordingRefunds;
import org.stoppayment.freeze.holds.domain.Refund;
import org.stoppayment.freeze.shared.messaging.EventFields;
import org.stoppayment.freeze.shared.messaging.EventHandler;
import org.stoppayment.freeze.shared.messaging.UnreadableEvent;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.recovery.v1.RefundChanged;

/** Takes {@code RefundChanged} from fund-recovery. One about a freeze that is not known here stays with its sender. */
@ApplicationScoped
class RefundChangedHandler implements EventHandler {

    private static final String TYPE = RefundChanged.getDescriptor().getFullName();

    private final RecordingRefunds recording;

    RefundChangedHandler(RecordingRefunds recording) {
        this.recording = recording;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Uni<Boolean> take(Event event) {
        return recording.record(parse(event));
    }

    private static Refund parse(Event event) {
        try {
            RefundChanged changed = RefundChanged.parseFrom(event.getData());
            return new Refund(
                    new PaymentId(EventFields.id("paymentId", changed.getPaymentId())),
                    new ApplicationId(EventFields.id("freezeId", changed.getFreezeId())),
                    new CaseId(EventFields.id("caseId", changed.getCaseId())),
                    EventFields.revision(changed.getRevision()),
                    paid(changed.getPaidFen()),
                    EventFields.moment("occurredAt", changed.hasOccurredAt(), changed.getOccurredAt()),
                    changed.getReceiptIdsList(),
                    changed.getPayee().getNumber());
        } catch (InvalidProtocolBufferException broken) {
            throw EventFields.broken(TYPE);
        }
    }

    private static Money paid(long fen) {
        if (fen < 0 || fen > Money.MAX_FEN) {
            throw new UnreadableEvent("paidFen: " + fen + " (expected: 0.." + Money.MAX_FEN + ")");
        }
        return Money.ofFen(fen);
    }
}
