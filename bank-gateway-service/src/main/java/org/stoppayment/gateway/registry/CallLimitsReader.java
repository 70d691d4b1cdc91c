package org.stoppayment.gateway.registry;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.gateway.registry.domain.CallLimits;
import org.stoppayment.kernel.InstitutionTimeout;

/**
 * Decides the time-out and the other limits of calls to an institution: its own entry in the registry file, else the file's
 * {@code defaults}, else {@link CallLimits#DEFAULTS}.
 */
final class CallLimitsReader {

    private static final Set<String> KEYS = Set.of("timeout", "concurrency", "queue", "callsPerSecond");
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(50);
    private static final Duration MAX_TIMEOUT = InstitutionTimeout.MAX;

    private CallLimitsReader() {}

    /** The limits in the object {@code name}; missing limits are those of {@code defaults}. */
    static CallLimits read(FieldReader parent, String name, CallLimits defaults) {
        return parent.optional(name)
                .object()
                .map(limits -> read(limits, defaults))
                .orElse(defaults);
    }

    private static CallLimits read(FieldReader limits, CallLimits defaults) {
        limits.allowOnly(KEYS);
        return new CallLimits(
                limits.optional("timeout")
                        .parse(
                                MIN_TIMEOUT + ".." + MAX_TIMEOUT
                                        + "; an institution that needs longer answers 202 and calls back",
                                CallLimitsReader::timeout)
                        .orElse(defaults.timeout()),
                number(limits, "concurrency", 10_000, defaults.concurrency()),
                number(limits, "queue", 1_000_000, defaults.queue()),
                number(limits, "callsPerSecond", 100_000, defaults.callsPerSecond()));
    }

    private static Optional<Duration> timeout(String text) {
        try {
            return Optional.of(Duration.parse(text))
                    .filter(timeout -> timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0);
        } catch (DateTimeException noDuration) {
            return Optional.empty();
        }
    }

    private static int number(FieldReader limits, String name, int max, int defaultValue) {
        return limits.optional(name).wholeNumber(1, max).map(Math::toIntExact).orElse(defaultValue);
    }
}
