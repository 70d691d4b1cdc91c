package org.stoppayment.gateway.orders.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kit.grpc.CommonWire;

/** Parses the fields of one request and collects all violations. */
final class FieldParser {

    private static final UUID INVALID = new UUID(0, 0);

    private final List<Violation> violations = new ArrayList<>();

    void violation(String field, String code, String expected) {
        violations.add(new Violation(field, code, field + ": (expected: " + expected + ")"));
    }

    /** The parsed value; throws {@link ServiceException.InvalidInput} with all violations when there are any. */
    <T> T orThrow(Optional<T> parsed) {
        if (!violations.isEmpty()) {
            throw new ServiceException.InvalidInput(violations);
        }
        return parsed.orElseThrow();
    }

    void institution(String code) {
        if (code.isEmpty()) {
            violation("institution_code", "REQUIRED", "code of an institution");
        }
    }

    Optional<ApplicationId> id(String field, String text) {
        Optional<ApplicationId> id = ApplicationId.parse(text);
        if (id.isEmpty()) {
            violation(field, "INVALID", ApplicationId.FORM_IN_WORDS);
        }
        return id;
    }

    UUID caseId(String text) {
        return Ids.parse(text).orElseGet(() -> {
            violation("case_id", "INVALID", "a UUID");
            return INVALID;
        });
    }

    Instant moment(String field, boolean given, Timestamp timestamp) {
        if (!given || !CommonWire.isPossible(timestamp)) {
            violation(field, "INVALID", "a moment of the years 1 to 9999");
            return Instant.EPOCH;
        }
        return CommonWire.instant(timestamp);
    }
}
