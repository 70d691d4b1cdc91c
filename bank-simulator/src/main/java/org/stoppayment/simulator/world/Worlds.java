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
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.ServiceException.NotFound;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.view.WorldRecord;
import org.stoppayment.simulator.wire.AccountId;

/**
 * The worlds that were loaded. They add up, and nothing in them happens twice: an account is its institution and number, a
 * deposit its account and serial, a move its paying account and serial.
 */
public final class Worlds {

    private final Ledger ledger;
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final Ids ids;
    private final Map<String, World> worlds = new HashMap<>();
    private final Map<String, Instant> beginnings = new HashMap<>();
    private final Set<MoveKey> begun = new HashSet<>();
    private final Set<MoveKey> tried = new HashSet<>();
    private final Set<DueMove> toMake = new LinkedHashSet<>();

    private record DueMove(World.Move move, Instant at) {}

    private record MoveKey(AccountId from, String serial) {

        static MoveKey of(World.Move move) {
            return new MoveKey(move.payment().from(), move.payment().serial());
        }
    }

    /** Worlds kept in {@code ledger}, their moves made by {@code scheduler}. */
    public Worlds(Ledger ledger, InstantSource clock, ScheduledExecutorService scheduler) {
        this.ledger = ledger;
        this.clock = clock;
        this.scheduler = scheduler;
        this.ids = new Ids(clock);
    }

    /** A world and the id that it got. */
    public record Loaded(String worldId, World world) {}

    /**
     * Reads and loads a world: what came before the story is booked now, what comes after t0 waits for
     * {@link #start}. Throws {@link InvalidInput} and changes nothing when anything is wrong with it.
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
            if (move.after().isNegative() && begin(move)) {
                pay(move, now.plus(move.after()), now);
            }
        }
        String worldId = ids.next().toString();
        worlds.put(worldId, world);
        return new Loaded(worldId, world);
    }

    /** Tells a world when its story began; a second time changes nothing. Throws {@link NotFound}. */
    public synchronized void start(String worldId, Instant t0) {
        World world = world(worldId);
        beginnings.putIfAbsent(worldId, t0);
        for (World.Move move : world.moves()) {
            if (!move.after().isNegative() && begin(move)) {
                DueMove due = new DueMove(move, t0.plus(move.after()));
                toMake.add(due);
                Duration wait = Duration.between(clock.instant(), due.at());
                scheduler.schedule(() -> make(due), wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Makes the moves whose time has come by the clock, the earliest first; the scheduler then has nothing to do for them. */
    public synchronized void makeDueMoves() {
        Instant now = clock.instant();
        toMake.stream()
                .filter(due -> !due.at().isAfter(now))
                .sorted(Comparator.comparing(DueMove::at))
                .toList()
                .forEach(this::make);
    }

    /** What became of a world, all of it as of this moment. Throws {@link NotFound}. */
    public synchronized WorldRecord record(String worldId) {
        World world = world(worldId);
        return new WorldRecord(
                worldId,
                beginnings.get(worldId),
                ledger.records(world.accountIds(), clock.instant()),
                world.moves().stream()
                        .filter(move -> !tried.contains(MoveKey.of(move)))
                        .map(Worlds::toCome)
                        .toList());
    }

    /** Forgets all worlds; moves that were still to come never happen. */
    public synchronized void clear() {
        worlds.clear();
        beginnings.clear();
        begun.clear();
        tried.clear();
        toMake.clear();
        ledger.clear();
    }

    private boolean begin(World.Move move) {
        return begun.add(MoveKey.of(move));
    }

    private synchronized void make(DueMove due) {
        if (toMake.remove(due)) {
            Instant now = clock.instant();
            pay(due.move(), now, now);
        }
    }

    private void pay(World.Move move, Instant bookedAt, Instant now) {
        tried.add(MoveKey.of(move));
        ledger.pay(move.payment(), bookedAt, now);
    }

    private World world(String worldId) {
        World world = worlds.get(worldId);
        if (world == null) {
            throw new NotFound("worldId", worldId);
        }
        return world;
    }

    private static WorldRecord.MoveToCome toCome(World.Move move) {
        AccountId from = move.payment().from();
        return new WorldRecord.MoveToCome(move.payment().serial(), from.institutionCode(), from.number());
    }
}
