package org.stoppayment.recovery.shared.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.CommonWire;

/** Parses moments of requests. */
public final class Moments {

    private Moments() {}

    /** The moment in {@code field}, empty when it was not sent; fails with {@link ServiceException.InvalidInput} for an impossible one. */
    public static Optional<Instant> optional(String field, boolean isSent, Timestamp sent) {
        if (!isSent) {
            return Optional.empty();
        }
        if (!CommonWire.isPossible(sent)) {
            throw new ServiceException.InvalidInput(
                    field,
                    "OUT_OF_RANGE",
                    "value: " + sent.getSeconds() + " s (expected: a time in the years 1..9999)");
        }
        return Optional.of(CommonWire.instant(sent));
    }
}
