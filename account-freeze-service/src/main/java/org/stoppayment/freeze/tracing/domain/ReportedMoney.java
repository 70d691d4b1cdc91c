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
import org.stoppayment.kernel.TransferId;

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
            TransferId transferId, AccountRef.Key account, long fen, Optional<Instant> transferredAt, String serial) {}

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
    private final Map<Credit, Reported> answered = new HashMap<>();
    private final Set<Credit> named = new HashSet<>();

    private ReportedMoney(List<Credit> all, Duration tolerance) {
        this.tolerance = tolerance;
        all.stream()
                .sorted(Comparator.comparing(Credit::bookedAt).thenComparing(Credit::serial))
                .forEach(credit -> credits.computeIfAbsent(credit.account(), key -> new ArrayList<>())
                        .add(credit));
    }

    /** The transfers as bookings of the sweep: from nobody, at level 0, when they came in. */
    public static List<Booking> bookings(List<Reported> transfers, List<Credit> credits, Duration tolerance) {
        Map<TransferId, Credit> matches = matches(transfers, credits, tolerance);
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

    /**
     * By transfer, the booking that answers for it, where one is known: first those whose serial is told, then by time. A
     * transfer takes the nearest booking that is free; where none is, another one gives up its own if it finds a further one.
     * So as many have a booking as can.
     */
    public static Map<TransferId, Credit> matches(List<Reported> transfers, List<Credit> credits, Duration tolerance) {
        ReportedMoney money = new ReportedMoney(credits, tolerance);
        List<Reported> sorted = transfers.stream().sorted(BY_TIME).toList();
        List<Reported> unnamed = sorted.stream()
                .filter(transfer -> !money.answerByName(transfer))
                .toList();
        unnamed.forEach(transfer -> money.answer(transfer, new HashSet<>()));
        Map<TransferId, Credit> matches = new HashMap<>();
        money.answered.forEach((credit, transfer) -> matches.put(transfer.transferId(), credit));
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

    private boolean answerByName(Reported transfer) {
        Optional<Credit> found = fitting(transfer)
                .filter(credit -> credit.serial().equals(transfer.serial()) && !answered.containsKey(credit))
                .findFirst();
        found.ifPresent(credit -> {
            answered.put(credit, transfer);
            named.add(credit);
        });
        return found.isPresent();
    }

    private boolean answer(Reported transfer, Set<Credit> asked) {
        List<Credit> fitting =
                fitting(transfer).filter(credit -> !named.contains(credit)).toList();
        Optional<Credit> free =
                fitting.stream().filter(credit -> !answered.containsKey(credit)).findFirst();
        Optional<Credit> found = free.or(() -> fitting.stream()
                .filter(asked::add)
                .filter(credit -> Optional.ofNullable(answered.get(credit))
                        .filter(other -> answer(other, asked))
                        .isPresent())
                .findFirst());
        found.ifPresent(credit -> answered.put(credit, transfer));
        return found.isPresent();
    }

    /** The bookings of the same sum within the tolerance, nearest first. */
    private Stream<Credit> fitting(Reported transfer) {
        return transfer.transferredAt().stream()
                .flatMap(told -> credits.getOrDefault(transfer.account(), List.of()).stream()
                        .filter(credit -> credit.fen() == transfer.fen())
                        .filter(credit -> away(credit, told).compareTo(tolerance) <= 0)
                        .sorted(Comparator.comparing(credit -> away(credit, told))));
    }

    private static Duration away(Credit credit, Instant told) {
        return Duration.between(credit.bookedAt(), told).abs();
    }
}
