package org.stoppayment.freeze.domain.tracing;

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
import java.util.UUID;
import java.util.function.Predicate;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.tracing.TaintSweep.Booking;

/**
 * When the victims' transfers came in. The institution matches a transfer with a booking by its sum exactly and its time
 * within a tolerance; so does this, and one booking answers for one transfer. A transfer whose booking is not known came in
 * at the earliest moment that it may have; one without a time before everything.
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
            UUID transferId, AccountRef.Key account, long fen, Optional<Instant> transferredAt, String serial) {}

    /**
     * A booking into an account, as its institution told of it.
     *
     * @param account that it went into
     * @param serial with the account it identifies the booking
     * @param fen the sum
     * @param bookedAt when
     */
    public record Credit(AccountRef.Key account, String serial, long fen, Instant bookedAt) {}

    private final Duration tolerance;
    private final Map<AccountRef.Key, List<Credit>> credits = new HashMap<>();
    private final Set<Credit> answered = new HashSet<>();

    private ReportedMoney(List<Credit> all, Duration tolerance) {
        this.tolerance = tolerance;
        all.stream()
                .sorted(Comparator.comparing(Credit::bookedAt).thenComparing(Credit::serial))
                .forEach(credit -> credits.computeIfAbsent(credit.account(), key -> new ArrayList<>())
                        .add(credit));
    }

    /** The transfers as bookings of the sweep: from nobody, at level 0, when they came in. */
    public static List<Booking> bookings(List<Reported> transfers, List<Credit> credits, Duration tolerance) {
        Map<UUID, Credit> matches = matches(transfers, credits, tolerance);
        return transfers.stream()
                .sorted(BY_TIME)
                .map(transfer -> booking(
                        transfer,
                        Optional.ofNullable(matches.get(transfer.transferId()))
                                .map(Credit::bookedAt)
                                .orElse(transfer.transferredAt()
                                        .map(told -> told.minus(tolerance))
                                        .orElse(Instant.MIN))))
                .toList();
    }

    /** By transfer, the booking that answers for it, where one is known: first those whose serial is told, then by time. */
    public static Map<UUID, Credit> matches(List<Reported> transfers, List<Credit> credits, Duration tolerance) {
        ReportedMoney money = new ReportedMoney(credits, tolerance);
        List<Reported> sorted = transfers.stream().sorted(BY_TIME).toList();
        Map<UUID, Credit> matches = new HashMap<>();
        for (Reported transfer : sorted) {
            money.answer(transfer, credit -> credit.serial().equals(transfer.serial()))
                    .ifPresent(credit -> matches.put(transfer.transferId(), credit));
        }
        for (Reported transfer : sorted) {
            if (!matches.containsKey(transfer.transferId())) {
                money.answer(transfer, any -> true).ifPresent(credit -> matches.put(transfer.transferId(), credit));
            }
        }
        return matches;
    }

    private static Booking booking(Reported transfer, Instant at) {
        return new Booking(
                transfer.account(),
                transfer.transferId().toString(),
                at,
                Long.MIN_VALUE,
                transfer.fen(),
                Optional.of(0),
                Optional.of(transfer.account()));
    }

    /** The booking nearest in time that fits the transfer and answers for no other yet. */
    private Optional<Credit> answer(Reported transfer, Predicate<Credit> fits) {
        if (transfer.transferredAt().isEmpty()) {
            return Optional.empty();
        }
        Instant told = transfer.transferredAt().get();
        Optional<Credit> found = credits.getOrDefault(transfer.account(), List.of()).stream()
                .filter(credit -> credit.fen() == transfer.fen() && !answered.contains(credit))
                .filter(credit -> away(credit, told).compareTo(tolerance) <= 0)
                .filter(fits)
                .min(Comparator.comparing(credit -> away(credit, told)));
        found.ifPresent(answered::add);
        return found;
    }

    private static Duration away(Credit credit, Instant told) {
        return Duration.between(credit.bookedAt(), told).abs();
    }
}
