package org.stoppayment.formats;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.InstitutionTimeout;

/**
 * The limits of calls to an institution in the registry file: its own entry decides, else the file's {@code defaults}, else
 * {@link #DEFAULTS}.
 *
 * @param timeout the time-out of a call, including its time in the queue; at most {@link InstitutionTimeout#MAX}
 * @param concurrency the maximum of calls at the same time
 * @param queue the maximum of queued calls
 * @param callsPerSecond the maximum of calls in any second
 */
public record RegisteredLimits(Duration timeout, int concurrency, int queue, int callsPerSecond) {

    /** The limits where the registry file sets none. */
    public static final RegisteredLimits DEFAULTS = new RegisteredLimits(Duration.ofSeconds(2), 64, 1024, 500);

    private static final Set<String> KEYS = Set.of("timeout", "concurrency", "queue", "callsPerSecond");
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(50);
    private static final Duration MAX_TIMEOUT = InstitutionTimeout.MAX;

    /** The limits in the object {@code name}; missing limits are those of {@code defaults}. */
    static RegisteredLimits read(FieldReader parent, String name, RegisteredLimits defaults) {
        return parent.optional(name)
                .object()
                .map(limits -> read(limits, defaults))
                .orElse(defaults);
    }

    private static RegisteredLimits read(FieldReader limits, RegisteredLimits defaults) {
        limits.allowOnly(KEYS);
        return new RegisteredLimits(
                limits.optional("timeout")
                        .parse(
                                MIN_TIMEOUT + ".." + MAX_TIMEOUT
                                        + "; an institution that needs longer answers 202 and calls back",
                                RegisteredLimits::timeout)
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
