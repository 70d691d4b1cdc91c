package org.stoppayment.freeze.holds.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.holds.application.FiledCases;
import org.stoppayment.freeze.shared.messaging.EventFields;
import org.stoppayment.freeze.shared.messaging.EventHandler;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.intake.v1.CaseClosed;

/** Takes {@code CaseClosed}, after the filing of the case. */
@ApplicationScoped
class CaseClosedHandler implements EventHandler {

    private static final String TYPE = CaseClosed.getDescriptor().getFullName();

    private final FiledCases cases;

    CaseClosedHandler(FiledCases cases) {
        this.cases = cases;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Uni<Boolean> take(Event event) {
        try {
            CaseClosed closed = CaseClosed.parseFrom(event.getData());
            return cases.close(
                    new CaseId(EventFields.id("caseId", closed.getCaseId())),
                    EventFields.moment("closedAt", closed.hasClosedAt(), closed.getClosedAt()));
        } catch (InvalidProtocolBufferException broken) {
            throw EventFields.broken(TYPE);
        }
    }
}
