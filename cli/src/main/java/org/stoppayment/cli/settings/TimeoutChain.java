package org.stoppayment.cli.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.cli.settings.Expectation.Time;
import org.stoppayment.cli.text.Text;
import org.stoppayment.kernel.InstitutionTimeout;

/** Each time-out is longer than the one inside it. account-freeze does not start otherwise ({@code TimeoutChainCheck}). */
final class TimeoutChain {

    /** How long account-freeze waits for the gateway, which waits for an institution. */
    static final String DEADLINE = "STOPPAYMENT_GATEWAY_DEADLINE";

    /** How long replicas of account-freeze wait for one that sends. */
    static final String LEASE = "STOPPAYMENT_FREEZE_LEASE";

    static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(6);
    static final Duration DEFAULT_LEASE = Duration.ofSeconds(8);

    private static final Duration MARGIN = Duration.ofMillis(500);

    private TimeoutChain() {}

    /** What is too short; nothing is said of one that is no duration. */
    static List<Text> findings(Map<String, String> variables) {
        Optional<Duration> deadline = time(variables, DEADLINE, DEFAULT_DEADLINE);
        Optional<Duration> lease = time(variables, LEASE, DEFAULT_LEASE);
        if (deadline.isEmpty() || lease.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        tooShort(DEADLINE, deadline.get(), InstitutionTimeout.MAX).stream(),
                        tooShort(LEASE, lease.get(), deadline.get()).stream())
                .toList();
    }

    private static Optional<Duration> time(Map<String, String> variables, String name, Duration otherwise) {
        String value = variables.getOrDefault(name, "");
        return value.isEmpty() ? Optional.of(otherwise) : Time.parse(value);
    }

    private static Optional<Text> tooShort(String variable, Duration value, Duration inner) {
        Duration min = inner.plus(MARGIN);
        return value.compareTo(min) >= 0
                ? Optional.empty()
                : Optional.of(Text.of(
                        SettingText.WRONG, variable, value, Text.of(SettingText.LONGER_THAN, min, MARGIN, inner)));
    }
}
