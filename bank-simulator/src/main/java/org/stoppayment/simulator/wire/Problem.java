package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/**
 * A problem document, RFC 9457.
 *
 * @param type always {@code about:blank}
 * @param title meaning of the status
 * @param status the HTTP status
 * @param code stable code
 * @param detail explanation for people, without personal data
 * @param errors the invalid fields
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String code, String detail, List<Field> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * An invalid field.
     *
     * @param field its path
     * @param detail {@code value: X (expected: …)}
     */
    public record Field(String field, String detail) {}

    /** A problem without fields. */
    public static Problem of(int status, String title, String code, String detail) {
        return new Problem("about:blank", title, status, code, detail, List.of());
    }

    /** 422 with all violations. */
    public static Problem of(InvalidInput invalid) {
        return new Problem(
                "about:blank",
                "Unprocessable Content",
                422,
                "INVALID_INPUT",
                invalid.violations().size() + " finding(s)",
                invalid.violations().stream().map(Problem::field).toList());
    }

    private static Field field(Violation violation) {
        return new Field(violation.field(), violation.description());
    }
}
