package org.stoppayment.freeze.tracing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.TaintPropagation.Booking;
import org.stoppayment.kernel.ids.TransferId;

/**
 * When the victims' transfers came in. Matches a transfer with a booking as the institution does, by the exact sum and by the time
 * within a tolerance; one booking matches one transfer. A transfer without a known booking is taken to come in at the earliest
 * possible moment; one without a time, before everything else.
 */
public final class ReportedMoney {

    private static final Comparator<Reported> BY_TIME = Comparator.comparing(
                    (Reported transfer) -> transfer.transferredAt().orElse(Instant.MIN))
            .thenComparing(Reported::transferId);

    /**
     * A transfer that a victim reported.
     *
     * @param transferId of the transfer
     * @param account that it went into
     * @param fen the sum
     * @param transferredAt when, where known
     * @param serial of the booking, a hint
     */
    public record Reported(
            TransferId transferId, AccountRef.Key account, long fen, Optional<Instant> transferredAt, String serial) {}

    /**
     * A booking into an account, as its institution reported it.
     *
     * @param account that it went into
     * @param serial with the account and the ordinal it identifies the booking
     * @param ordinal which of the bookings under this serial, from 1
     * @param fen the sum
     * @param bookedAt when
     */
    public record Credit(AccountRef.Key account, String serial, int ordinal, long fen, Instant bookedAt) {}

    private final Duration tolerance;
    private final Map<AccountRef.Key, List<Credit>> credits = new HashMap<>();
    private final Map<Credit, Reported> matched = new HashMap<>();
    private final Set<Credit> bySerial = new HashSet<>();

    private ReportedMoney(List<Credit> all, Duration tolerance) {
        this.tolerance = tolerance;
        all.stream()
                .sorted(Comparator.comparing(Credit::bookedAt)
                        .thenComparing(Credit::serial)
                        .thenComparingInt(Credit::ordinal))
                .forEach(credit -> credits.computeIfAbsent(credit.account(), key -> new ArrayList<>())
                        .add(credit));
    }

    /** The transfers as bookings for {@link TaintPropagation}: without a payer, at level 0, when they came in. */
    public static List<Booking> bookings(List<Reported> transfers, List<Credit> credits, Duration tolerance) {
        Map<TransferId, Credit> matches = matches(transfers, credits, tolerance);
        return transfers.stream()
                .sorted(BY_TIME)
                .map(transfer -> booking(
                        transfer,
                        Optional.ofNullable(matches.get(transfer.transferId()))
                                .map(Credit::bookedAt)
                                .orElse(transfer.transferredAt()
                                        .map(moment -> moment.minus(tolerance))
                                        .orElse(Instant.MIN))))
                .toList();
    }

    /**
     * The matching booking of each transfer, where known: first by serial, then by time. A transfer takes the nearest free booking;
     * if none is free, another transfer gives up its booking if it finds a different one. So as many transfers as possible have one.
     */
    public static Map<TransferId, Credit> matches(List<Reported> transfers, List<Credit> credits, Duration tolerance) {
        ReportedMoney money = new ReportedMoney(credits, tolerance);
        List<Reported> sorted = transfers.stream().sorted(BY_TIME).toList();
        List<Reported> unmatched = sorted.stream()
                .filter(transfer -> !money.matchBySerial(transfer))
                .toList();
        unmatched.forEach(transfer -> money.match(transfer, new HashSet<>()));
        Map<TransferId, Credit> matches = new HashMap<>();
        money.matched.forEach((credit, transfer) -> matches.put(transfer.transferId(), credit));
        return matches;
    }

    private static Booking booking(Reported transfer, Instant at) {
        return new Booking(
                transfer.account(),
                transfer.transferId().toString(),
                1,
                at,
                Long.MIN_VALUE,
                transfer.fen(),
                Optional.of(0),
                Optional.of(transfer.account()));
    }

    private boolean matchBySerial(Reported transfer) {
        Optional<Credit> found = fitting(transfer)
                .filter(credit -> credit.serial().equals(transfer.serial()) && !matched.containsKey(credit))
                .findFirst();
        found.ifPresent(credit -> {
            matched.put(credit, transfer);
            bySerial.add(credit);
        });
        return found.isPresent();
    }

    private boolean match(Reported transfer, Set<Credit> visited) {
        List<Credit> fitting =
                fitting(transfer).filter(credit -> !bySerial.contains(credit)).toList();
        Optional<Credit> free =
                fitting.stream().filter(credit -> !matched.containsKey(credit)).findFirst();
        Optional<Credit> found = free.or(() -> fitting.stream()
                .filter(visited::add)
                .filter(credit -> Optional.ofNullable(matched.get(credit))
                        .filter(other -> match(other, visited))
                        .isPresent())
                .findFirst());
        found.ifPresent(credit -> matched.put(credit, transfer));
        return found.isPresent();
    }

    /** The bookings of the same sum within the tolerance, nearest first. */
    private Stream<Credit> fitting(Reported transfer) {
        return transfer.transferredAt().stream()
                .flatMap(moment -> credits.getOrDefault(transfer.account(), List.of()).stream()
                        .filter(credit -> credit.fen() == transfer.fen())
                        .filter(credit -> away(credit, moment).compareTo(tolerance) <= 0)
                        .sorted(Comparator.comparing(credit -> away(credit, moment))));
    }

    private static Duration away(Credit credit, Instant moment) {
        return Duration.between(credit.bookedAt(), moment).abs();
    }
}
