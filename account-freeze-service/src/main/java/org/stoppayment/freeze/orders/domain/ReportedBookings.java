package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.Money;

/**
 * The bookings of an account that an institution reports.
 *
 * @param outflows where the money went
 * @param inflows what came into the account shortly before the stop
 * @param unreadable fields of bookings that could not be read and are left out
 */
public record ReportedBookings(List<Outflow> outflows, List<Inflow> inflows, List<String> unreadable) {

    /** No bookings. */
    public static final ReportedBookings NONE = new ReportedBookings(List.of(), List.of(), List.of());

    /** True when no readable booking is reported. */
    public boolean isEmpty() {
        return outflows.isEmpty() && inflows.isEmpty();
    }

    /** True when bookings are reported, readable or not. */
    boolean isAny() {
        return !isEmpty() || !unreadable.isEmpty();
    }

    /** The bookings, with each party at the institution that it is routed to. */
    public ReportedBookings routed(Routing routing) {
        return new ReportedBookings(
                outflows.stream().map(outflow -> outflow.routed(routing)).toList(),
                inflows.stream().map(inflow -> inflow.routed(routing)).toList(),
                unreadable);
    }

    /** Flags for an account that was stopped at {@code stoppedAt}. */
    List<OrderFlag> flags(Optional<Instant> stoppedAt) {
        List<OrderFlag> flags = new ArrayList<>();
        if (stoppedAt.isPresent()
                && outflows.stream().anyMatch(outflow -> outflow.bookedAt().isAfter(stoppedAt.get()))) {
            flags.add(OrderFlag.OUTFLOW_AFTER_STOP);
        }
        if (!unreadable.isEmpty()) {
            flags.add(OrderFlag.OUTFLOW_UNREADABLE);
        }
        if (!conflictingSerials().isEmpty()) {
            flags.add(OrderFlag.SERIAL_CONFLICT);
        }
        return flags;
    }

    /** What is unclear: one finding for all unreadable bookings, and one for each serial with two contents. */
    List<Contradiction> findings() {
        List<Contradiction> findings = new ArrayList<>();
        if (!unreadable.isEmpty()) {
            findings.add(Contradiction.unclear(OrderFlag.OUTFLOW_UNREADABLE, String.join(" ", unreadable)));
        }
        conflictingSerials().forEach(serial -> findings.add(Contradiction.unclear(OrderFlag.SERIAL_CONFLICT, serial)));
        return findings;
    }

    private Set<String> conflictingSerials() {
        Set<String> seen = new HashSet<>();
        return outflows.stream()
                .distinct()
                .map(Outflow::serial)
                .filter(serial -> !seen.add(serial))
                .collect(Collectors.toSet());
    }

    /**
     * Money that left the account.
     *
     * @param serial of the booking; with the account it identifies the outflow
     * @param kind what for
     * @param amount the sum
     * @param bookedAt when it was booked
     * @param sequence order among bookings of the same moment
     * @param payee the account that was paid; empty for cash
     */
    public record Outflow(
            String serial,
            OutflowKind kind,
            Money amount,
            Instant bookedAt,
            long sequence,
            Optional<AccountRef> payee) {

        private Outflow routed(Routing routing) {
            return new Outflow(serial, kind, amount, bookedAt, sequence, ReportedBookings.routed(payee, routing));
        }
    }

    /**
     * Money that came into the account.
     *
     * @param serial of the booking; with the account it identifies the inflow
     * @param amount the sum
     * @param bookedAt when it was booked
     * @param payer the account that paid; empty for a deposit of cash
     */
    public record Inflow(String serial, Money amount, Instant bookedAt, Optional<AccountRef> payer) {

        private Inflow routed(Routing routing) {
            return new Inflow(serial, amount, bookedAt, ReportedBookings.routed(payer, routing));
        }
    }

    private static Optional<AccountRef> routed(Optional<AccountRef> party, Routing routing) {
        return party.map(
                account -> account.at(routing.to(account).institutionCode().orElse(account.institutionCode())));
    }
}
