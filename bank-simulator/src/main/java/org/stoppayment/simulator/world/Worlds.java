package org.stoppayment.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.ServiceException.NotFound;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.ledger.Payment;
import org.stoppayment.simulator.view.WorldRecord;
import org.stoppayment.simulator.wire.AccountId;

/**
 * The loaded worlds. They are added to each other, and nothing happens twice: an account is identified by institution and number, a
 * deposit by account and serial, a move by all of its payment: institutions use one serial for several moves.
 */
public final class Worlds {

    private final Ledger ledger;
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final Ids ids;
    private final Map<String, World> worlds = new HashMap<>();
    private final Map<String, Instant> startTimes = new HashMap<>();
    private final Set<Payment> scheduled = new HashSet<>();
    private final Set<Payment> attempted = new HashSet<>();
    private final Set<ScheduledMove> pending = new LinkedHashSet<>();

    private record ScheduledMove(World.Move move, Instant at) {}

    /** Stores worlds in {@code ledger}; {@code scheduler} makes their moves. */
    public Worlds(Ledger ledger, InstantSource clock, ScheduledExecutorService scheduler) {
        this.ledger = ledger;
        this.clock = clock;
        this.scheduler = scheduler;
        this.ids = new Ids(clock);
    }

    /** A loaded world and its id. */
    public record Loaded(String worldId, World world) {}

    /**
     * Reads and loads a world. Moves from before t0 are booked now, later ones after {@link #start}. Throws {@link InvalidInput} with
     * all violations, and then loads nothing.
     */
    public synchronized Loaded load(JsonNode body, Set<String> institutionCodes) {
        World world = WorldReader.read(body, institutionCodes, ledger);
        Instant now = clock.instant();
        for (World.Account account : world.accounts()) {
            ledger.open(account.id(), account.name(), account.kind(), account.balanceFen());
        }
        for (World.Deposit deposit : world.deposits()) {
            ledger.deposit(
                    deposit.to(),
                    deposit.serial(),
                    deposit.from(),
                    deposit.amountFen(),
                    deposit.at(),
                    deposit.isInBalance());
        }
        for (World.Move move : world.moves()) {
            if (move.after().isNegative() && markScheduled(move)) {
                pay(move, now.plus(move.after()), now);
            }
        }
        String worldId = ids.next().toString();
        worlds.put(worldId, world);
        return new Loaded(worldId, world);
    }

    /** Starts a world at {@code t0}; a second start changes nothing. Throws {@link NotFound}. */
    public synchronized void start(String worldId, Instant t0) {
        World world = world(worldId);
        startTimes.putIfAbsent(worldId, t0);
        for (World.Move move : world.moves()) {
            if (!move.after().isNegative() && markScheduled(move)) {
                ScheduledMove due = new ScheduledMove(move, t0.plus(move.after()));
                pending.add(due);
                Duration delay = Duration.between(clock.instant(), due.at());
                scheduler.schedule(() -> make(due), delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Makes the moves that are due by the clock, the earliest first; the scheduler then skips them. */
    public synchronized void makeDueMoves() {
        Instant now = clock.instant();
        pending.stream()
                .filter(due -> !due.at().isAfter(now))
                .sorted(Comparator.comparing(ScheduledMove::at))
                .toList()
                .forEach(this::make);
    }

    /** The record of a world as of this moment. Throws {@link NotFound}. */
    public synchronized WorldRecord record(String worldId) {
        World world = world(worldId);
        return new WorldRecord(
                worldId,
                startTimes.get(worldId),
                ledger.records(world.accountIds(), clock.instant()),
                world.moves().stream()
                        .filter(move -> !attempted.contains(move.payment()))
                        .map(Worlds::pendingMove)
                        .toList());
    }

    /** Removes all worlds and their pending moves. */
    public synchronized void clear() {
        worlds.clear();
        startTimes.clear();
        scheduled.clear();
        attempted.clear();
        pending.clear();
        ledger.clear();
    }

    private boolean markScheduled(World.Move move) {
        return scheduled.add(move.payment());
    }

    private synchronized void make(ScheduledMove due) {
        if (pending.remove(due)) {
            Instant now = clock.instant();
            pay(due.move(), now, now);
        }
    }

    private void pay(World.Move move, Instant bookedAt, Instant now) {
        attempted.add(move.payment());
        ledger.pay(move.payment(), bookedAt, now);
    }

    private World world(String worldId) {
        World world = worlds.get(worldId);
        if (world == null) {
            throw new NotFound("worldId", worldId);
        }
        return world;
    }

    private static WorldRecord.PendingMove pendingMove(World.Move move) {
        AccountId from = move.payment().from();
        return new WorldRecord.PendingMove(move.payment().serial(), from.institutionCode(), from.number());
    }
}
