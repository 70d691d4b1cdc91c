package org.stoppayment.recovery.attribution.domain;

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
import java.util.function.BiPredicate;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Finds the booking into an account that is a transfer which somebody else told of: of the same sum, first by serial, then by payer, then
 * by the order of time within a tolerance. One booking matches one transfer, and none that names another payer. A transfer without a time takes a booking that is left.
 *
 * @param <T> the transfers
 */
final class CreditMatching<T> {

    /**
     * A transfer to be matched.
     *
     * @param transfer the transfer
     * @param payer the account that it came from, where known
     * @param payee the account that it went to
     * @param fen the sum
     * @param at when, where known
     * @param serial of the booking, a hint
     */
    record Wanted<T>(
            T transfer,
            Optional<AccountRef.Key> payer,
            AccountRef.Key payee,
            long fen,
            Optional<Instant> at,
            String serial) {}

    private record Group(AccountRef.Key account, long fen) {}

    private final Duration tolerance;
    private final Map<Group, List<AccountBooking>> credits = new HashMap<>();
    private final Set<AccountBooking> taken = new HashSet<>();
    private final Map<T, AccountBooking> matches = new HashMap<>();

    /** @param credits bookings into accounts */
    CreditMatching(List<AccountBooking> credits, Duration tolerance) {
        this.tolerance = tolerance;
        credits.stream()
                .sorted(Comparator.comparing(AccountBooking::at).thenComparing(AccountBooking::flowId))
                .forEach(credit -> this.credits
                        .computeIfAbsent(new Group(credit.account(), credit.fen()), key -> new ArrayList<>())
                        .add(credit));
    }

    /** The booking of each transfer that has one. Bookings that were matched before are left out. */
    Map<T, AccountBooking> match(List<Wanted<T>> transfers) {
        Map<Group, List<Wanted<T>>> groups = new HashMap<>();
        transfers.stream()
                .sorted(Comparator.comparing((Wanted<T> wanted) -> wanted.at().orElse(Instant.MAX)))
                .forEach(wanted -> groups.computeIfAbsent(
                                new Group(wanted.payee(), wanted.fen()), key -> new ArrayList<>())
                        .add(wanted));
        groups.forEach((group, wanted) -> {
            List<AccountBooking> possible = credits.getOrDefault(group, List.of());
            matchBySerial(wanted, possible);
            matchByTime(wanted, possible, CreditMatching::namesPayer);
            matchByTime(wanted, possible, CreditMatching::namesNoOther);
        });
        return matches;
    }

    /** The booking of each transfer that has one, so far. */
    Map<T, AccountBooking> matches() {
        return Map.copyOf(matches);
    }

    /** True when no transfer has the booking. */
    boolean isFree(AccountBooking credit) {
        return !taken.contains(credit);
    }

    private void matchBySerial(List<Wanted<T>> wanted, List<AccountBooking> possible) {
        Map<String, List<AccountBooking>> bySerial = new HashMap<>();
        possible.forEach(credit -> bySerial.computeIfAbsent(credit.serial(), key -> new ArrayList<>())
                .add(credit));
        for (Wanted<T> one : wanted) {
            bySerial.getOrDefault(one.serial(), List.of()).stream()
                    .filter(this::isFree)
                    .filter(credit -> one.at().isEmpty() || isNear(one.at().get(), credit))
                    .findFirst()
                    .ifPresent(credit -> take(one, credit));
        }
    }

    /** Both in order of time: as all tolerances are the same, taking the earliest that fits matches as many as possible. */
    private void matchByTime(
            List<Wanted<T>> wanted, List<AccountBooking> possible, BiPredicate<Wanted<T>, AccountBooking> fits) {
        int first = 0;
        for (Wanted<T> one : wanted) {
            if (matches.containsKey(one.transfer())) {
                continue;
            }
            while (first < possible.size() && isTooEarly(one, possible.get(first))) {
                first++;
            }
            possible.stream()
                    .skip(one.at().isEmpty() ? 0 : first) // without a time it is sorted last: any that is left
                    .takeWhile(credit -> one.at().isEmpty() || !credit.at().isAfter(latest(one)))
                    .filter(this::isFree)
                    .filter(credit -> fits.test(one, credit))
                    .findFirst()
                    .ifPresent(credit -> take(one, credit));
        }
    }

    /** True for a booking that is too early for this transfer, and so for all later ones. */
    private boolean isTooEarly(Wanted<T> wanted, AccountBooking credit) {
        return wanted.at().map(at -> credit.at().isBefore(at.minus(tolerance))).orElse(false);
    }

    private Instant latest(Wanted<T> wanted) {
        return wanted.at().orElseThrow().plus(tolerance);
    }

    private static boolean namesPayer(Wanted<?> wanted, AccountBooking credit) {
        return wanted.payer().isPresent()
                && credit.counterparty()
                        .map(named -> named.number().equals(wanted.payer().get().number()))
                        .orElse(false);
    }

    /** A booking that names another payer is another transfer. */
    private static boolean namesNoOther(Wanted<?> wanted, AccountBooking credit) {
        return credit.counterparty().isEmpty() || wanted.payer().isEmpty() || namesPayer(wanted, credit);
    }

    private boolean isNear(Instant at, AccountBooking credit) {
        return Duration.between(at, credit.at()).abs().compareTo(tolerance) <= 0;
    }

    private void take(Wanted<T> wanted, AccountBooking credit) {
        matches.put(wanted.transfer(), credit);
        taken.add(credit);
    }
}
