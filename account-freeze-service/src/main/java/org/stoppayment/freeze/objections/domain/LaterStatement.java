package org.stoppayment.freeze.objections.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.ObjectionId;

/**
 * What the person who objects added later.
 *
 * @param requestId of the request that added it
 * @param objection that it was added to
 * @param statement what the person says
 * @param evidenceDigest SHA-256 of the evidence, 64 hexadecimal digits; empty when there is none
 * @param takenBy the officer who took it
 * @param addedAt when
 */
public record LaterStatement(
        UUID requestId,
        ObjectionId objection,
        String statement,
        Optional<String> evidenceDigest,
        Officer takenBy,
        Instant addedAt) {

    /** True when {@code other} is the same request, repeated. */
    public boolean isRepeatedBy(LaterStatement other) {
        return requestId.equals(other.requestId)
                && objection.equals(other.objection)
                && statement.equals(other.statement)
                && evidenceDigest.equals(other.evidenceDigest)
                && takenBy.equals(other.takenBy);
    }

    /** Safe for messages: no personal data. */
    @Override
    public String toString() {
        return "statement " + requestId + " of objection " + objection;
    }
}
