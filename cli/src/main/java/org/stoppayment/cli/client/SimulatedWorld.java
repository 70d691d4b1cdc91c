package org.stoppayment.cli.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The state of a world, from the books of the institutions.
 *
 * @param worldId its id
 * @param accounts its accounts
 * @param toCome moves that are not tried yet
 */
public record SimulatedWorld(String worldId, List<Account> accounts, List<MoveToCome> toCome) {

    public SimulatedWorld {
        accounts = List.copyOf(accounts);
        toCome = List.copyOf(toCome);
    }

    /**
     * An account.
     *
     * @param number its number
     * @param balanceFen what is in it, in fen
     * @param stopped whether a stop is live
     * @param stops all stops that took effect, oldest first
     * @param outflows what left it, in the order of booking
     */
    public record Account(String number, long balanceFen, boolean stopped, List<Stop> stops, List<Outflow> outflows) {

        public Account {
            stops = List.copyOf(stops);
            outflows = List.copyOf(outflows);
        }

        /** What was paid on to other accounts. */
        public long transferredFen() {
            return sumFen(Outflow::isTransfer);
        }

        /** What left in cash or for goods. */
        public long goneFen() {
            return sumFen(outflow -> !outflow.isTransfer());
        }

        private long sumFen(Predicate<Outflow> which) {
            return outflows.stream().filter(which).mapToLong(Outflow::amountFen).reduce(0, Math::addExact);
        }

        /** The live stop, else the last one. */
        public Optional<Stop> lastStop() {
            return stops.isEmpty() ? Optional.empty() : Optional.of(stops.get(stops.size() - 1));
        }
    }

    /** A stop, its stop moment and whether it is live. */
    public record Stop(String applicationId, Instant stoppedAt, boolean live) {}

    /**
     * Money that left an account.
     *
     * @param serial its serial
     * @param kind {@code TRANSFER}, {@code CASH} or {@code MERCHANT}
     * @param amountFen the sum in fen
     * @param bookedAt when
     * @param to the payee's number; null unless it is a transfer
     */
    public record Outflow(
            String serial,
            String kind,
            long amountFen,
            Instant bookedAt,
            @Nullable String to) {

        /** True when it was paid to another account. */
        public boolean isTransfer() {
            return kind.equals("TRANSFER");
        }
    }

    /** A move that was not tried yet, and the number of the paying account. */
    public record MoveToCome(String serial, String from) {}

    /** True when an account that is not stopped has money and a move to come. */
    public boolean moneyMayMove() {
        return accounts.stream()
                .filter(account -> !account.stopped() && account.balanceFen() > 0)
                .anyMatch(
                        account -> toCome.stream().anyMatch(move -> move.from().equals(account.number())));
    }
}
