package org.stoppayment.intake.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.intake.application.FilingEvents;
import org.stoppayment.intake.domain.Closing;
import org.stoppayment.intake.domain.Filing;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.proto.intake.v1.CaseClosed;
import org.stoppayment.proto.intake.v1.CaseFiled;
import org.stoppayment.proto.intake.v1.FilingFacts;

/** Writes {@code CaseFiled} and {@code CaseClosed}: what a freeze needs, and nothing of the officer. */
@ApplicationScoped
class CaseFiledEvents implements FilingEvents {

    private final Ids ids;

    CaseFiledEvents(Ids ids) {
        this.ids = ids;
    }

    @Override
    public OutboxEvent filed(Filing filing) {
        CaseFiled event = CaseFiled.newBuilder()
                .setCaseId(filing.caseId().toString())
                .setRevision(filing.revision())
                .setFacts(FilingFacts.newBuilder()
                        .setNumber(filing.facts().number())
                        .setOrganisation(filing.facts().organisation())
                        .setFiledAt(CommonWire.timestamp(filing.facts().filedAt()))
                        .setDocumentDigest(filing.facts().documentDigest()))
                .build();
        return OutboxEvent.of(ids.newEventId(), filing.caseId(), filing.recordedAt(), event);
    }

    @Override
    public OutboxEvent closed(Closing closing) {
        CaseClosed event = CaseClosed.newBuilder()
                .setCaseId(closing.caseId().toString())
                .setClosedAt(CommonWire.timestamp(closing.at()))
                .build();
        return OutboxEvent.of(ids.newEventId(), closing.caseId(), closing.at(), event);
    }
}
