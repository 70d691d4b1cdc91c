package org.stoppayment.freeze.holds.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.stoppayment.freeze.holds.application.FiledCases;
import org.stoppayment.freeze.holds.domain.CaseFiling;
import org.stoppayment.freeze.shared.messaging.EventFields;
import org.stoppayment.freeze.shared.messaging.EventHandler;
import org.stoppayment.freeze.shared.messaging.UnreadableEvent;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.intake.v1.CaseFiled;
import org.stoppayment.proto.intake.v1.FilingFacts;

/** Takes {@code CaseFiled}, before or after the report of the case. */
@ApplicationScoped
class CaseFiledHandler implements EventHandler {

    private static final String TYPE = CaseFiled.getDescriptor().getFullName();
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final FiledCases cases;

    CaseFiledHandler(FiledCases cases) {
        this.cases = cases;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Uni<Boolean> take(Event event) {
        return cases.file(parse(event)).replaceWith(true);
    }

    private static CaseFiling parse(Event event) {
        try {
            CaseFiled filed = CaseFiled.parseFrom(event.getData());
            FilingFacts facts = filed.getFacts();
            return new CaseFiling(
                    new CaseId(EventFields.id("caseId", filed.getCaseId())),
                    EventFields.revision(filed.getRevision()),
                    facts.getNumber(),
                    facts.getOrganisation(),
                    EventFields.moment("filedAt", facts.hasFiledAt(), facts.getFiledAt()),
                    digest(facts.getDocumentDigest()));
        } catch (InvalidProtocolBufferException broken) {
            throw EventFields.broken(TYPE);
        }
    }

    private static String digest(String digest) {
        if (!SHA_256.matcher(digest).matches()) {
            throw new UnreadableEvent(
                    "documentDigest: " + digest.length() + " characters (expected: 64 hexadecimal digits)");
        }
        return digest;
    }
}
