package org.stoppayment.cli.drill.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.suite.Progress;

/** Says every few seconds how the race stands. */
final class DrillProgress {

    private static final long EVERY_SECONDS = 5;

    private final List<DrillCase> cases;
    private final Instant startedAt;
    private final InstantSource clock;
    private final Progress progress;
    private long said;

    DrillProgress(List<DrillCase> cases, Instant startedAt, InstantSource clock, Progress progress) {
        this.cases = cases;
        this.startedAt = startedAt;
        this.clock = clock;
        this.progress = progress;
    }

    /** Says it, when the time has come or nothing is open any more. */
    void tick(int open) {
        long seconds = Duration.between(startedAt, clock.instant()).toSeconds();
        if (seconds < said + EVERY_SECONDS && open > 0) {
            return;
        }
        said = seconds;
        long stopped = 0;
        long gone = 0;
        for (DrillCase each : cases) {
            for (SimulatedWorld.Account account : each.books()) {
                stopped = Math.addExact(stopped, account.stopped() ? account.balanceFen() : 0);
                gone = Math.addExact(gone, goneFen(account));
            }
        }
        progress.say(String.format(
                Locale.ROOT,
                "%4d s  sent %d of %d  over %d  stopped %s  gone %s",
                seconds,
                cases.stream().filter(DrillCase::isSent).count(),
                cases.size(),
                cases.size() - open,
                Formats.yuan(stopped),
                Formats.yuan(gone)));
    }

    private static long goneFen(SimulatedWorld.Account account) {
        return account.outflows().stream()
                .filter(outflow -> !outflow.kind().equals("TRANSFER"))
                .mapToLong(SimulatedWorld.Outflow::amountFen)
                .reduce(0, Math::addExact);
    }
}
