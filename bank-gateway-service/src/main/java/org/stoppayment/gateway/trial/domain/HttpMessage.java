package org.stoppayment.gateway.trial.domain;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP message of a trial. It may have personal data.
 *
 * @param startLine method and URL, or the status
 * @param headers by lower-case name, in that order
 * @param body as received or sent; may be empty
 */
public record HttpMessage(String startLine, Map<String, String> headers, String body) {

    public HttpMessage {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /** The value of a header, empty when it is absent. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The first line only: the rest may be personal. */
    @Override
    public String toString() {
        return startLine;
    }
}
