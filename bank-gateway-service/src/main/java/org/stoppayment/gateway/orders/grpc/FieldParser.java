package org.stoppayment.gateway.orders.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.PlainText;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;

/** Parses the fields of one request and collects all violations. */
final class FieldParser {

    private static final UUID INVALID = new UUID(0, 0);
    private static final Pattern DIGEST = Pattern.compile("[0-9A-Fa-f]{64}");

    private final String prefix;
    private final List<Violation> violations;

    FieldParser() {
        this("", new ArrayList<>());
    }

    private FieldParser(String prefix, List<Violation> violations) {
        this.prefix = prefix;
        this.violations = violations;
    }

    /** A parser of the fields of the message in {@code field}; it collects its violations here. */
    FieldParser of(String field) {
        return new FieldParser(prefix + field + ".", violations);
    }

    void violation(String field, String code, String expected) {
        String path = prefix + field;
        violations.add(new Violation(path, code, path + ": (expected: " + expected + ")"));
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

    /** A sum in fen; empty when it is none. */
    Optional<Money> amount(String field, long fen) {
        if (fen < 1 || fen > Money.MAX_FEN) {
            violation(field, "OUT_OF_RANGE", "1..10^13");
            return Optional.empty();
        }
        return Optional.of(Money.ofFen(fen));
    }

    /** A text of {@code min} to {@link ContractLimits#MAX_NAME} characters, none of them a control character. */
    String text(String field, String text, int min) {
        if (!PlainText.isPlain(text, min, ContractLimits.MAX_NAME)) {
            violation(
                    field,
                    text.isEmpty() ? "REQUIRED" : "INVALID",
                    min + ".." + ContractLimits.MAX_NAME + " characters, none of them a control character");
        }
        return text;
    }

    UUID caseId(String text) {
        return uuid("case_id", text);
    }

    UUID uuid(String field, String text) {
        return Ids.parse(text).orElseGet(() -> {
            violation(field, "INVALID", "a UUID");
            return INVALID;
        });
    }

    /** A SHA-256 digest in lower case. */
    String digest(String field, String text) {
        if (!DIGEST.matcher(text).matches()) {
            violation(field, "INVALID", "SHA-256, 64 hexadecimal digits");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    Instant moment(String field, boolean given, Timestamp timestamp) {
        if (!given || !CommonWire.isPossible(timestamp)) {
            violation(field, "INVALID", "a moment of the years 1 to 9999");
            return Instant.EPOCH;
        }
        return CommonWire.instant(timestamp);
    }
}
