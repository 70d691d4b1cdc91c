package org.stoppayment.freeze.domain;

import java.time.Duration;
import java.util.List;

/**
 * A warning that a stop is about to end.
 *
 * @param kind which one
 * @param before how long before the end it is given
 */
public record LapseWarning(Alert.Kind kind, Duration before) {

    /** The warnings of a term, in their order. */
    public static final List<Alert.Kind> KINDS =
            List.of(Alert.Kind.LAPSE_FIRST_WARNING, Alert.Kind.LAPSE_SECOND_WARNING, Alert.Kind.LAPSE_LAST_WARNING);
}
