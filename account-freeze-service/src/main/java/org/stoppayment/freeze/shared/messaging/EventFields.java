package org.stoppayment.freeze.shared.messaging;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;

/** Reads fields of events; throws {@link UnreadableEvent} when a value is wrong. */
public final class EventFields {

    private EventFields() {}

    /** The event whose data is no message of its type. */
    public static UnreadableEvent broken(String type) {
        return new UnreadableEvent("data: broken (expected: " + type + ")");
    }

    /** The UUID in {@code text}. */
    public static UUID id(String field, String text) {
        return Ids.parse(text)
                .orElseThrow(
                        () -> new UnreadableEvent(field + ": " + text.length() + " characters (expected: a UUID)"));
    }

    /** The revision, which is at least 1. */
    public static int revision(int revision) {
        if (revision < 1) {
            throw new UnreadableEvent("revision: " + revision + " (expected: at least 1)");
        }
        return revision;
    }

    /** The moment, which must be given and be in the years 1 to 9999. */
    public static Instant moment(String field, boolean isGiven, Timestamp timestamp) {
        if (!isGiven) {
            throw new UnreadableEvent(field + ": none (expected: a moment)");
        }
        return moment(field, timestamp);
    }

    /** The moment, which is in the years 1 to 9999. */
    public static Instant moment(String field, Timestamp timestamp) {
        if (!CommonWire.isPossible(timestamp)) {
            throw new UnreadableEvent(field + ": " + timestamp.getSeconds() + " s (expected: years 1 to 9999)");
        }
        return CommonWire.instant(timestamp);
    }
}
