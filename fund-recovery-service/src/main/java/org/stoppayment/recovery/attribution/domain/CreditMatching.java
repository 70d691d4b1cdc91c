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
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Finds the booking into an account that is a transfer which somebody else told of: of the same sum, first by serial, then by the order of
 * time within a tolerance. One booking matches one transfer. A transfer without a time takes a booking that is left.
 *
 * @param <T> the transfers
 */
final class CreditMatching<T> {

    /**
     * A transfer to be matched.
     *
     * @param transfer the transfer
     * @param payee the account that it went to
     * @param fen the sum
     * @param at when, where known
     * @param serial of the booking, a hint
     */
    record Wanted<T>(T transfer, AccountRef.Key payee, long fen, Optional<Instant> at, String serial) {}

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
            matchByTime(wanted, possible);
        });
        return matches;
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
    private void matchByTime(List<Wanted<T>> wanted, List<AccountBooking> possible) {
        int next = 0;
        for (Wanted<T> one : wanted) {
            if (matches.containsKey(one.transfer())) {
                continue;
            }
            while (next < possible.size() && !mayMatch(one, possible.get(next))) {
                next++;
            }
            if (one.at().isEmpty()) { // sorted last: any that is left
                possible.stream().filter(this::isFree).findFirst().ifPresent(credit -> take(one, credit));
            } else if (next < possible.size() && isNear(one.at().get(), possible.get(next))) {
                take(one, possible.get(next));
                next++;
            }
        }
    }

    /** False for a booking that is too early for this transfer, and so for all later ones. */
    private boolean mayMatch(Wanted<T> wanted, AccountBooking credit) {
        return isFree(credit)
                && wanted.at()
                        .map(at -> !credit.at().isBefore(at.minus(tolerance)))
                        .orElse(true);
    }

    private boolean isNear(Instant at, AccountBooking credit) {
        return Duration.between(at, credit.at()).abs().compareTo(tolerance) <= 0;
    }

    private void take(Wanted<T> wanted, AccountBooking credit) {
        matches.put(wanted.transfer(), credit);
        taken.add(credit);
    }
}
