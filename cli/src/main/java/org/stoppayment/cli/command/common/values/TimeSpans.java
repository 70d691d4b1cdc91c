package org.stoppayment.cli.command.common.values;

import java.time.Duration;
import java.util.Optional;
import org.stoppayment.cli.drill.plan.DurationRange;

/** Spans of hours or days as people type them: {@code 12h} or {@code 30d}. */
public final class TimeSpans {

    private TimeSpans() {}

    /** The span: days, or what every duration of the command line may be; empty for anything else. */
    public static Optional<Duration> parse(String text) {
        if (text.matches("[0-9]{1,4}d")) {
            return Optional.of(Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1))));
        }
        try {
            return Optional.of(DurationRange.parseDuration(text));
        } catch (IllegalArgumentException noDuration) {
            return Optional.empty();
        }
    }
}
