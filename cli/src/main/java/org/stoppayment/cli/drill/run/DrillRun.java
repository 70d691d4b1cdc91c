package org.stoppayment.cli.drill.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.drill.accounting.CaseResult;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.drill.figures.ReportCalculator;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.FaultPlan;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.drill.plan.RingPlan;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.suite.Registry.Institution;
import org.stoppayment.cli.suite.Rules;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.kernel.ids.Ids;

/**
 * Runs a drill: sends the reports at the given rate, whether or not the suite keeps up (open loop), and polls every case until
 * it is settled and its money cannot move any more, or until the timeout.
 *
 * <p>Request ids are UUIDv7 of the start of the run; their random part comes from the seed. So a resent report of the same run
 * is a replay, and a report of another run is not. Rings that the institutions know already are refused, because their money
 * has moved and their accounts are stopped.
 */
public final class DrillRun {

    private static final int THREADS = 64;
    private static final int MAX_POLLS_PER_TICK = 20;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(60);

    private final ServiceClients clients;
    private final SimulatorClient simulator;
    private final InstantSource clock;
    private final List<Institution> institutions;
    private final Rules rules;
    private final Progress progress;

    /** A drill against the services and institutions of these clients; {@code rules} are those of the suite. */
    public DrillRun(
            ServiceClients clients,
            SimulatorClient simulator,
            InstantSource clock,
            List<Institution> institutions,
            Rules rules,
            Progress progress) {
        this.clients = clients;
        this.simulator = simulator;
        this.clock = clock;
        this.institutions = List.copyOf(institutions);
        this.rules = rules;
        this.progress = progress;
    }

    /** Runs the drill; throws {@link CliException} when these rings were drilled here before. */
    public DrillReport run(DrillOptions options) {
        return run(options, ring -> {});
    }

    /** The same; {@code settled} is told of each ring whose cases are settled and whose money cannot move any more. */
    public DrillReport run(DrillOptions options, Consumer<SettledRing> settled) {
        RingPlan plan = RingPlan.draw(options, institutions);
        requireNewRings(plan);
        clients.connect();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "drill");
            thread.setDaemon(true);
            return thread;
        });
        try (DrillInstitutions banks = DrillInstitutions.prepare(simulator, options, institutions)) {
            Instant startedAt = clock.instant();
            Ids requestIds = new Ids(() -> startedAt, new Random(options.seed()));
            List<DrillCase> cases = plan.rings().stream()
                    .map(ring -> new DrillCase(ring, requestIds(ring, requestIds), clients, simulator, clock))
                    .toList();
            Duration timeout = Duration.ofMillis(plan.lastMoveMillis()).plus(SETTLE_TIMEOUT);
            banks.schedule(FaultPlan.draw(options, institutions, timeout.toMillis()), threads);
            cases.forEach(each -> schedule(each, threads));
            follow(cases, startedAt, timeout, settled);
            return report(options, cases, startedAt);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<UUID> requestIds(Ring ring, Ids ids) {
        return IntStream.range(0, ring.victims()).mapToObj(victim -> ids.next()).toList();
    }

    private static void schedule(DrillCase ring, ScheduledExecutorService threads) {
        long first = ring.ring().sendAfterMillis();
        threads.schedule(() -> ring.send(), first, TimeUnit.MILLISECONDS);
        for (int i = 0; i < ring.ring().others().size(); i++) {
            int victim = i + 1;
            threads.schedule(
                    () -> ring.send(victim), first + ring.ring().others().get(i).callMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void requireNewRings(RingPlan plan) {
        String first = plan.rings().get(0).mules().get(0).account().number();
        if (!simulator.accounts(first).isEmpty()) {
            throw CliException.usage(ProgressText.DRILLED_BEFORE, Long.toString(plan.seed()));
        }
    }

    private void follow(List<DrillCase> cases, Instant startedAt, Duration timeout, Consumer<SettledRing> settled) {
        Deque<DrillCase> open = new ArrayDeque<>(cases);
        DrillProgress ticker = new DrillProgress(cases, startedAt, clock, progress);
        Polling.until(timeout, POLL_INTERVAL, () -> {
            for (int i = Math.min(open.size(), MAX_POLLS_PER_TICK); i > 0; i--) {
                DrillCase next = open.removeFirst();
                if (next.poll()) {
                    settled.accept(next.settled(clock.instant()));
                } else {
                    open.addLast(next);
                }
            }
            ticker.tick(open.stream().mapToInt(each -> each.ring().victims()).sum());
            return open.isEmpty();
        });
        cases.forEach(DrillCase::poll);
    }

    private DrillReport report(DrillOptions options, List<DrillCase> cases, Instant startedAt) {
        Map<String, Instant> arrivals = CaseResult.firstArrivals(simulator.orders());
        List<CaseResult> result =
                cases.stream().flatMap(each -> each.result(arrivals).stream()).toList();
        long latestMillis = cases.stream()
                .mapToLong(each -> each.lateMillis(startedAt))
                .max()
                .orElse(0);
        return ReportCalculator.of(options, rules, result, startedAt, clock.instant(), latestMillis);
    }
}
