package org.stoppayment.simulator.behaviour;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault of an institution, and how long it lasts. It does not affect inquiries unless {@code inquiries} is set.
 *
 * @param kind kind of the fault
 * @param books whether orders take effect despite the fault
 * @param times number of messages that are affected; null for all until the fault is cleared
 * @param delayMillis additional delay of the answer
 * @param inquiries whether inquiries are affected, too (and count as messages)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(FaultKind kind, boolean books, @Nullable Integer times, int delayMillis, boolean inquiries) {

    /** No fault. */
    public static final Fault NONE = of(FaultKind.NONE);

    /** Maximum delay: the servlet container aborts an answer after 30 s. */
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

    /** A fault with default settings, until it is cleared. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, kind.booksByDefault(), null, 0, false);
    }

    /** The same fault; {@code books} says whether orders take effect. */
    public Fault booking(boolean books) {
        return new Fault(kind, books, times, delayMillis, inquiries);
    }

    /** The same fault for the next {@code times} messages only. */
    public Fault times(int times) {
        return new Fault(kind, books, times, delayMillis, inquiries);
    }

    /** The same fault with an additional delay of the answer. */
    public Fault delayed(Duration delay) {
        return new Fault(kind, books, times, Math.toIntExact(delay.toMillis()), inquiries);
    }

    /** The same fault, which affects inquiries, too. */
    public Fault withInquiries() {
        return new Fault(kind, books, times, delayMillis, true);
    }
}
