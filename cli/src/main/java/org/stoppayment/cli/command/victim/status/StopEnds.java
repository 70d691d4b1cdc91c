package org.stoppayment.cli.command.victim.status;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Puts the end of a stop or freeze into a sentence. A moment that is past is never told as one to come. */
final class StopEnds {

    private final Console console;
    private final PlainMoments moments;
    private final Instant now;

    StopEnds(Console console, Instant now) {
        this.console = console;
        this.moments = new PlainMoments(console);
        this.now = now;
    }

    /** The end that comes first: by the moment that the bank reported, while that is to come, else as it is booked. */
    String of(StopOrder stop) {
        if (!stop.hasExpiresAt()) {
            return console.text(StatusText.STOP_END_UNKNOWN);
        }
        return of(
                Optional.of(stop.getReportedExpiresAt())
                        .filter(reported -> stop.hasReportedExpiresAt() && isToCome(reported))
                        .filter(reported -> isBefore(reported, stop.getExpiresAt()))
                        .orElse(stop.getExpiresAt()),
                StatusText.STOP_ENDS,
                StatusText.STOP_END_PAST);
    }

    /** Of several freezes, the latest end. */
    String of(Iterable<Freeze> freezes) {
        Optional<Timestamp> last = Optional.empty();
        for (Freeze freeze : freezes) {
            if (freeze.hasExpiresAt()
                    && last.map(end -> isBefore(end, freeze.getExpiresAt())).orElse(true)) {
                last = Optional.of(freeze.getExpiresAt());
            }
        }
        return last.map(end -> of(end, StatusText.FREEZE_ENDS, StatusText.FREEZE_END_PAST))
                .orElseGet(() -> console.text(StatusText.FREEZE_END_UNKNOWN));
    }

    private String of(Timestamp end, StatusText toCome, StatusText past) {
        return console.text(isToCome(end) ? toCome : past, moments.of(end));
    }

    private boolean isToCome(Timestamp moment) {
        return PlainMoments.instant(moment).isAfter(now);
    }

    private static boolean isBefore(Timestamp one, Timestamp other) {
        return PlainMoments.instant(one).isBefore(PlainMoments.instant(other));
    }
}
