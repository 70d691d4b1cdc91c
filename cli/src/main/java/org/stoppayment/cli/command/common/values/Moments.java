package org.stoppayment.cli.command.common.values;

import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/** Moments as people type them. */
public final class Moments {

    private Moments() {}

    /** The moment {@code 2026-03-01T10:05} in {@code zone}, or one with its offset; empty for anything else. */
    public static Optional<Timestamp> parse(String typed, ZoneId zone) {
        String text = typed.strip();
        return parsed(() -> OffsetDateTime.parse(text).toInstant())
                .or(() -> parsed(() -> LocalDateTime.parse(text).atZone(zone).toInstant()))
                .map(Moments::timestamp);
    }

    /** The moment as the contract has it. */
    public static Timestamp timestamp(Instant moment) {
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }

    private static Optional<Instant> parsed(Supplier<Instant> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
