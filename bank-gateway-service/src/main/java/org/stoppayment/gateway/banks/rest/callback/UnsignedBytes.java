package org.stoppayment.gateway.banks.rest.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import org.stoppayment.gateway.GatewayConfig;

/**
 * The memory for bodies of callbacks: anybody can send them until their signature is verified. A quarter is kept for small bodies, so
 * that large ones cannot shut out the usual callbacks. Thread-safe.
 */
@ApplicationScoped
class UnsignedBytes {

    /** Up to this size a body is small: about 150 bookings. */
    static final int SMALL = 64 << 10;

    private final long max;
    private final AtomicLong held = new AtomicLong();

    @Inject
    UnsignedBytes(GatewayConfig config) {
        this(config.callback().maxUnsignedBytes().asLongValue());
    }

    UnsignedBytes(long max) {
        this.max = max;
    }

    /**
     * Takes the memory for {@code bytes} more of a body that has {@code already} bytes; false when there is none, and nothing is taken
     * then.
     */
    boolean take(long already, long bytes) {
        long limit = already + bytes <= SMALL ? max : max - max / 4;
        if (held.addAndGet(bytes) <= limit) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    /** Gives back what was taken for a body. */
    void release(long bytes) {
        held.addAndGet(-bytes);
    }

    /** Bytes in memory now. */
    long held() {
        return held.get();
    }
}
