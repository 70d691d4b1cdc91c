package org.stoppayment.cli.command.victim.status;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.text.Texts;

/** Moments as they are read out: day, month and year, and the minute, in Beijing time wherever the terminal is. */
final class PlainMoments {

    private final DateTimeFormatter format;

    PlainMoments(Console console) {
        this.format = DateTimeFormatter.ofPattern(
                        console.text(StatusText.MOMENT_PATTERN),
                        console.texts().language().locale())
                .withZone(Texts.DEFAULT_ZONE);
    }

    /** Such as {@code 1 March 2026, 10:05}. */
    String of(Timestamp moment) {
        return of(instant(moment));
    }

    String of(Instant moment) {
        return format.format(moment);
    }

    static Instant instant(Timestamp moment) {
        return Instant.ofEpochMilli(Timestamps.toMillis(moment));
    }
}
