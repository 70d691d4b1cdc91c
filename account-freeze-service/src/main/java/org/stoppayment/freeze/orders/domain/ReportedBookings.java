package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** All bookings of several reports. */
    public static ReportedBookings union(List<ReportedBookings> reports) {
        return new ReportedBookings(
                reports.stream().flatMap(one -> one.outflows.stream()).toList(),
                reports.stream().flatMap(one -> one.inflows.stream()).toList(),
                reports.stream().flatMap(one -> one.unreadable.stream()).toList());
    }

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
        oddSerials().values().forEach(flags::addAll);
        return flags.stream().distinct().toList();
    }

    /** What is unclear: one finding for all unreadable bookings, and one for each serial and what is odd about it. */
    List<Contradiction> findings() {
        List<Contradiction> findings = new ArrayList<>();
        if (!unreadable.isEmpty()) {
            findings.add(Contradiction.unclear(OrderFlag.OUTFLOW_UNREADABLE, String.join(" ", unreadable)));
        }
        oddSerials()
                .forEach((serial, flags) -> flags.forEach(flag -> findings.add(Contradiction.unclear(flag, serial))));
        return findings;
    }

    /** Serials that are used for two bookings, or twice for one that differs in time, sequence or name; the first counts. */
    private Map<String, Set<OrderFlag>> oddSerials() {
        Map<String, Set<OrderFlag>> odd = new TreeMap<>();
        Stream.of(odd(outflows, Outflow::serial, Outflow::identity), odd(inflows, Inflow::serial, Inflow::identity))
                .forEach(found -> found.forEach(
                        (serial, flags) -> odd.computeIfAbsent(serial, first -> EnumSet.noneOf(OrderFlag.class))
                                .addAll(flags)));
        return odd;
    }

    private static <T> Map<String, Set<OrderFlag>> odd(
            List<T> bookings, Function<T, String> serial, Function<T, Object> identity) {
        Map<String, Map<Object, T>> known = new HashMap<>();
        Map<String, Set<OrderFlag>> odd = new HashMap<>();
        for (T booking : bookings) {
            Map<Object, T> same = known.computeIfAbsent(serial.apply(booking), first -> new HashMap<>());
            T first = same.putIfAbsent(identity.apply(booking), booking);
            if (first == null && same.size() > 1) {
                odd.computeIfAbsent(serial.apply(booking), none -> EnumSet.noneOf(OrderFlag.class))
                        .add(OrderFlag.SERIAL_REUSED);
            } else if (first != null && !first.equals(booking)) {
                odd.computeIfAbsent(serial.apply(booking), none -> EnumSet.noneOf(OrderFlag.class))
                        .add(OrderFlag.SERIAL_CONFLICT);
            }
        }
        return odd;
    }

    /**
     * Money that left the account.
     *
     * @param serial of the booking; with the account, kind, sum and payee it identifies the outflow
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

        private Object identity() {
            return Content.of(this);
        }

        private Outflow routed(Routing routing) {
            return new Outflow(serial, kind, amount, bookedAt, sequence, ReportedBookings.routed(payee, routing));
        }
    }

    /**
     * What makes an outflow another one under the same serial.
     *
     * @param kind what for
     * @param amount the sum
     * @param payeeNumber of the account that was paid, empty for cash
     */
    public record Content(OutflowKind kind, Money amount, String payeeNumber) {

        static Content of(Outflow outflow) {
            return new Content(
                    outflow.kind(),
                    outflow.amount(),
                    outflow.payee().map(AccountRef::number).orElse(""));
        }
    }

    /**
     * Money that came into the account.
     *
     * @param serial of the booking; with the account, sum and payer it identifies the inflow
     * @param amount the sum
     * @param bookedAt when it was booked
     * @param payer the account that paid; empty for a deposit of cash
     */
    public record Inflow(String serial, Money amount, Instant bookedAt, Optional<AccountRef> payer) {

        private Object identity() {
            return List.of(amount, payer.map(AccountRef::number).orElse(""));
        }

        private Inflow routed(Routing routing) {
            return new Inflow(serial, amount, bookedAt, ReportedBookings.routed(payer, routing));
        }
    }

    private static Optional<AccountRef> routed(Optional<AccountRef> party, Routing routing) {
        return party.map(
                account -> account.at(routing.to(account).institutionCode().orElse(account.institutionCode())));
    }
}
