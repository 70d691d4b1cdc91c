package org.stoppayment.cli.drill.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Progress;

/** Prints the progress of a drill every few seconds. */
final class DrillProgress {

    private static final long INTERVAL_SECONDS = 5;

    private final List<DrillCase> cases;
    private final Instant startedAt;
    private final InstantSource clock;
    private final Progress progress;
    private long lastSeconds;

    DrillProgress(List<DrillCase> cases, Instant startedAt, InstantSource clock, Progress progress) {
        this.cases = cases;
        this.startedAt = startedAt;
        this.clock = clock;
        this.progress = progress;
    }

    private static int victims(List<DrillCase> rings) {
        return rings.stream().mapToInt(each -> each.ring().victims()).sum();
    }

    /** Prints the progress when it is due or no case is open. */
    void tick(int open) {
        long seconds = Duration.between(startedAt, clock.instant()).toSeconds();
        if (seconds < lastSeconds + INTERVAL_SECONDS && open > 0) {
            return;
        }
        lastSeconds = seconds;
        long stopped = 0;
        long gone = 0;
        for (DrillCase each : cases) {
            for (SimulatedWorld.Account account : each.books()) {
                stopped = Math.addExact(stopped, account.stopped() ? account.balanceFen() : 0);
                gone = Math.addExact(gone, account.goneFen());
            }
        }
        progress.say(
                ProgressText.PROGRESS,
                "%4d".formatted(seconds),
                cases.stream().mapToLong(DrillCase::sent).sum(),
                victims(cases),
                victims(cases) - open,
                Formats.yuan(stopped),
                Formats.yuan(gone));
    }
}
