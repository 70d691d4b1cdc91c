package org.stoppayment.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.ServiceException.NotFound;
import org.stoppayment.simulator.ledger.Ledger;
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
    private final Map<String, List<World.Move>> toCome = new HashMap<>();
    private final Set<MoveKey> begun = new HashSet<>();
    private long era;

    private record MoveKey(AccountId from, String serial) {}

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
                ledger.pay(move.payment(), now.plus(move.after()), now);
            }
        }
        String worldId = ids.next().toString();
        toCome.put(
                worldId,
                world.moves().stream()
                        .filter(move -> !move.after().isNegative())
                        .toList());
        return new Loaded(worldId, world);
    }

    /** Tells a world when its story began; a second time changes nothing. Throws {@link NotFound}. */
    public synchronized void start(String worldId, Instant t0) {
        List<World.Move> moves = toCome.get(worldId);
        if (moves == null) {
            throw new NotFound("worldId", worldId);
        }
        long ofEra = era;
        for (World.Move move : moves) {
            if (begin(move)) {
                Duration wait = Duration.between(clock.instant(), t0.plus(move.after()));
                scheduler.schedule(() -> make(move, ofEra), wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Forgets all worlds; moves that were still to come never happen. */
    public synchronized void clear() {
        era++;
        toCome.clear();
        begun.clear();
        ledger.clear();
    }

    private boolean begin(World.Move move) {
        return begun.add(new MoveKey(move.payment().from(), move.payment().serial()));
    }

    private synchronized void make(World.Move move, long ofEra) {
        if (era == ofEra) {
            Instant now = clock.instant();
            ledger.pay(move.payment(), now, now);
        }
    }
}
