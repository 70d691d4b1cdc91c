package org.stoppayment.gateway.registry;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Set;
import org.stoppayment.gateway.domain.Limits;
import org.stoppayment.kernel.AnswerTime;

/** Reads what was agreed with an institution; what is not said is as in the defaults. */
final class LimitsEntry {

    private static final Duration MIN_TIMEOUT = Duration.ofMillis(50);

    private LimitsEntry() {}

    static Limits read(Entry entry, Limits defaults) {
        entry.allow(Set.of("timeout", "concurrency", "queue", "callsPerSecond"));
        return new Limits(
                timeout(entry, defaults.timeout()),
                number(entry, "concurrency", 1, 10_000, defaults.concurrency()),
                number(entry, "queue", 1, 1_000_000, defaults.queue()),
                number(entry, "callsPerSecond", 1, 100_000, defaults.callsPerSecond()));
    }

    private static Duration timeout(Entry entry, Duration otherwise) {
        if (!entry.has("timeout")) {
            return otherwise;
        }
        try {
            Duration timeout = Duration.parse(entry.plain("timeout"));
            if (timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(AnswerTime.LONGEST) <= 0) {
                return timeout;
            }
        } catch (DateTimeException noDuration) {
            // Reported below, like one that is out of range.
        }
        entry.finding(
                "timeout",
                entry.shown("timeout"),
                "PT0.05S.." + AnswerTime.LONGEST + "; who needs longer answers 202 and calls back");
        return otherwise;
    }

    private static int number(Entry entry, String key, int least, int most, int otherwise) {
        if (!entry.has(key)) {
            return otherwise;
        }
        long value = entry.whole(key);
        if (value < least || value > most) {
            entry.finding(key, entry.shown(key), least + ".." + most);
            return otherwise;
        }
        return Math.toIntExact(value);
    }
}
