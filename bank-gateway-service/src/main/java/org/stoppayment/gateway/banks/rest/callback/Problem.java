package org.stoppayment.gateway.banks.rest.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A problem document (RFC 9457).
 *
 * @param title what is wrong, the same for every case of it
 * @param status HTTP status
 * @param code stable code
 * @param detail what is wrong this time, without personal data; empty when there is no more to say
 * @param errors every field that is wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "errors"})
record Problem(String title, int status, String code, String detail, List<FieldError> errors) {

    /** Media type of a problem document. */
    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field that is wrong.
     *
     * @param field its path
     * @param detail what is wrong with it
     */
    record FieldError(String field, String detail) {}

    Problem(String title, int status, String code, String detail) {
        this(title, status, code, detail, List.of());
    }
}
