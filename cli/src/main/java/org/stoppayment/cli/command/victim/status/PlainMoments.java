package org.stoppayment.cli.command.victim.status;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.stoppayment.cli.output.Console;

/** Moments as they are read out: day, month and year, and the minute, in the time zone of the terminal. */
final class PlainMoments {

    private final DateTimeFormatter format;

    PlainMoments(Console console) {
        this.format = DateTimeFormatter.ofPattern(
                        console.text(StatusText.MOMENT_PATTERN),
                        console.texts().language().locale())
                .withZone(console.texts().zone());
    }

    /** Such as {@code 1 March 2026, 10:05}. */
    String of(Timestamp moment) {
        return of(Instant.ofEpochSecond(moment.getSeconds()));
    }

    String of(Instant moment) {
        return format.format(moment);
    }
}
