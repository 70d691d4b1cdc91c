package org.stoppayment.gateway.banks.rest.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A problem document (RFC 9457).
 *
 * @param title summary of the problem, the same for every occurrence
 * @param status HTTP status
 * @param code stable code
 * @param detail about this occurrence, without personal data; may be empty
 * @param errors every invalid field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "errors"})
record Problem(String title, int status, String code, String detail, List<FieldError> errors) {

    /** Media type of a problem document. */
    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * An invalid field.
     *
     * @param field its path
     * @param detail description of the error
     */
    record FieldError(String field, String detail) {}

    Problem(String title, int status, String code, String detail) {
        this(title, status, code, detail, List.of());
    }
}
