package org.stoppayment.freeze.orders.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import org.stoppayment.freeze.books.domain.Withdrawal;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.freeze.shared.messaging.EventFields;
import org.stoppayment.freeze.shared.messaging.UnreadableEvent;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.intake.v1.CaseWithdrawn;

/** Parses {@code CaseWithdrawn}. */
final class CaseWithdrawnParser {

    static final String TYPE = CaseWithdrawn.getDescriptor().getFullName();

    private CaseWithdrawnParser() {}

    /** The withdrawal; throws {@link UnreadableEvent} when it can never be read. */
    static Withdrawal parse(Event event) {
        try {
            CaseWithdrawn withdrawn = CaseWithdrawn.parseFrom(event.getData());
            return new Withdrawal(
                    new EventId(EventFields.id("eventId", event.getEventId())),
                    new CaseId(EventFields.id("caseId", withdrawn.getCaseId())),
                    submissions(withdrawn.getSubmissions()),
                    CommonWire.instant(withdrawn.getWithdrawnAt()),
                    withdrawn.getReason(),
                    withdrawn.getReference(),
                    new Officer(
                            withdrawn.getOperator().getOrganisation(),
                            withdrawn.getOperator().getBadgeNumber()));
        } catch (InvalidProtocolBufferException broken) {
            throw EventFields.broken(TYPE);
        }
    }

    private static int submissions(int count) {
        if (count < 1) {
            throw new UnreadableEvent("submissions: " + count + " (expected: at least 1)");
        }
        return count;
    }
}
