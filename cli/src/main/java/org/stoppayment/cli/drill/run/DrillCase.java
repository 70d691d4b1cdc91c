package org.stoppayment.cli.drill.run;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.drill.accounting.CaseResult;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.drill.run.VictimReport.Sent;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** A ring of a drill that runs, with the cases of its victims. One thread sends a report, another polls. */
final class DrillCase {

    private final Ring ring;
    private final List<VictimReport> reports;
    private final SimulatorClient simulator;
    private final InstantSource clock;
    private final CompletableFuture<Begun> begun = new CompletableFuture<>();

    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable SimulatedWorld world;

    /** The world whose clock runs since the first call. */
    private record Begun(String worldId, Instant call) {}

    DrillCase(
            Ring ring, List<UUID> requestIds, ServiceClients clients, SimulatorClient simulator, InstantSource clock) {
        this.ring = ring;
        this.reports = IntStream.range(0, ring.victims())
                .mapToObj(victim -> new VictimReport(ring, victim, requestIds.get(victim), clients, clock))
                .toList();
        this.simulator = simulator;
        this.clock = clock;
    }

    Ring ring() {
        return ring;
    }

    /**
     * Loads the world, starts its clock and sends the report of the first victim. A refused report ends the drill at the next poll, because
     * the reports of the drill are valid.
     */
    void send() {
        try {
            String worldId = simulator.load(RingWorld.of(ring, clock.instant()));
            Instant call = clock.instant();
            CompletableFuture<Void> started = CompletableFuture.runAsync(() -> simulator.start(worldId, call));
            begun.complete(new Begun(worldId, call));
            reports.get(0).send(call, call);
            started.join();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Sends the report of another victim, once the first one has called. */
    void send(int victim) {
        try {
            Instant firstCall = begun.join().call();
            reports.get(victim).send(firstCall, clock.instant());
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /**
     * Polls the cases once.
     *
     * @return true when nothing can change any more
     */
    boolean poll() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
        if (!begun.isDone()) {
            return false;
        }
        try {
            reports.forEach(VictimReport::poll);
            SimulatedWorld latest = simulator.world(begun.join().worldId());
            world = latest;
            return !latest.moneyMayMove() && areOver();
        } catch (StatusRuntimeException e) {
            if (ServiceClients.isTransient(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean areOver() {
        return reports.stream().allMatch(VictimReport::isOver);
    }

    /** How late the first report was sent, in milliseconds; 0 before it was sent. */
    long lateMillis(Instant startedAt) {
        return reports.get(0)
                .sent()
                .map(known -> Duration.between(startedAt.plusMillis(ring.sendAfterMillis()), known.call())
                        .toMillis())
                .orElse(0L);
    }

    /** Number of reports that were sent. */
    long sent() {
        return reports.stream().filter(report -> report.sent().isPresent()).count();
    }

    /** The ring, settled at {@code at}. */
    SettledRing settled(Instant at) {
        return new SettledRing(
                ring,
                reports.stream()
                        .flatMap(report -> report.sent().flatMap(Sent::caseId).stream())
                        .toList(),
                books(),
                at);
    }

    /** The books at the last poll; empty before the first. */
    List<SimulatedWorld.Account> books() {
        SimulatedWorld latest = world;
        return latest == null ? List.of() : latest.accounts();
    }

    /** The result so far; empty when the first report was not sent. */
    Optional<CaseResult> result(Map<String, Instant> arrivals) {
        SimulatedWorld latest = world;
        if (!begun.isDone() || latest == null || reports.get(0).sent().isEmpty()) {
            return Optional.empty();
        }
        List<Sent> accepted = reports.stream()
                .flatMap(report -> report.sent().stream())
                .filter(sent -> sent.caseId().isPresent())
                .toList();
        return Optional.of(new CaseResult(
                ring,
                begun.join().call(),
                accepted.stream()
                        .map(sent ->
                                Duration.between(sent.call(), sent.acceptedAt()).toMillis())
                        .toList(),
                progress(),
                latest,
                arrivals,
                accepted.size() == ring.victims() && areOver() && !latest.moneyMayMove()));
    }

    /** The orders of all cases: a victim who calls later joins those that stand. */
    private CaseProgress progress() {
        if (reports.size() == 1) {
            return reports.get(0).progress();
        }
        Map<String, StopOrder> orders = new LinkedHashMap<>();
        long held = 0;
        for (VictimReport report : reports) {
            report.progress().getOrdersList().forEach(order -> orders.put(order.getApplicationId(), order));
            held = Math.addExact(held, report.progress().getTaintedHeldFen());
        }
        return reports.get(0).progress().toBuilder()
                .clearOrders()
                .addAllOrders(orders.values())
                .setTaintedHeldFen(held)
                .build();
    }
}
