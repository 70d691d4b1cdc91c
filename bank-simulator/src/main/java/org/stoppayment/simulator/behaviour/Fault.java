package org.stoppayment.simulator.behaviour;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an institution, and for how long. Inquiries are answered rightly unless {@code inquiries} is set.
 *
 * @param kind what is wrong
 * @param books whether orders take effect in spite of it
 * @param times only for the next so many messages; null for all of them until it is cleared
 * @param delayMillis how much later than usual the answer comes
 * @param inquiries whether inquiries meet the fault too (and count as messages)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(FaultKind kind, boolean books, @Nullable Integer times, int delayMillis, boolean inquiries) {

    /** Nothing is wrong. */
    public static final Fault NONE = of(FaultKind.NONE);

    /** Longest delay that may be asked for: the servlet container gives up on an answer after 30 s. */
    public static final int MAX_DELAY_MILLIS = 25_000;

    public Fault {
        if (delayMillis < 0 || delayMillis > MAX_DELAY_MILLIS) {
            throw new IllegalArgumentException(
                    "delayMillis: " + delayMillis + " (expected: 0.." + MAX_DELAY_MILLIS + ")");
        }
        if (times != null && (times < 1 || kind == FaultKind.DOWN)) {
            throw new IllegalArgumentException("times: " + times + " (expected: 1 or more; not with DOWN)");
        }
    }

    /** The fault with its defaults, until it is cleared. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, kind.booksByDefault(), null, 0, false);
    }

    /** The same, whether or not orders take effect. */
    public Fault booking(boolean books) {
        return new Fault(kind, books, times, delayMillis, inquiries);
    }

    /** The same, for the next {@code times} messages only. */
    public Fault times(int times) {
        return new Fault(kind, books, times, delayMillis, inquiries);
    }

    /** The same, answering later. */
    public Fault delayed(Duration delay) {
        return new Fault(kind, books, times, Math.toIntExact(delay.toMillis()), inquiries);
    }

    /** The same, met by inquiries too. */
    public Fault withInquiries() {
        return new Fault(kind, books, times, delayMillis, true);
    }
}
