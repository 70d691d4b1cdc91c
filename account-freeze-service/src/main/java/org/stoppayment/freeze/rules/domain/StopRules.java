package org.stoppayment.freeze.rules.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of stops as figures.
 *
 * <p>The rule of two stops is enforced where the stops of an account can be counted: {@code sql/orders/include/insert_orders.sql}
 * for an order that is placed, {@code sql/amendments/reissue_stop.sql} for one that is placed again, {@code ChangeWriter#route} for
 * one that is routed to another institution, {@link #allowsExtensionAfter} for an extension.
 *
 * @param term of a stop, from the moment that the institution reports (银发〔2016〕86号): 48 h; from receipt when that moment is
 *     unknown or cannot be true
 * @param stopsPerAccount in all, across cases (ibid., read as in all): 2
 * @param extensionCounts true when an extension is the account's second stop
 * @param futureTolerance how far ahead of us, or before the order was placed, a reported stop moment may be before the term counts
 *     from receipt
 * @param warnings how long before the end of a stop people are warned: the first, the second and the last warning
 */
public record StopRules(
        Duration term,
        int stopsPerAccount,
        boolean extensionCounts,
        Duration futureTolerance,
        List<Duration> warnings) {

    /** True when a reported moment is too far ahead of its receipt to be plausible. */
    public boolean isTooFarAhead(Instant reported, Instant receivedAt) {
        return reported.isAfter(receivedAt.plus(futureTolerance));
    }

    /** True when a reported moment is too far before the order was placed to be the moment of its stop. */
    public boolean isTooFarBehind(Instant reported, Instant placedAt) {
        return reported.isBefore(placedAt.minus(futureTolerance));
    }

    /** The end of a stop's term. */
    public Instant endOfTerm(Instant from) {
        return from.plus(term);
    }

    /** True when an account that has had {@code stops} may have its stop extended. */
    public boolean allowsExtensionAfter(long stops) {
        return !extensionCounts || stops < stopsPerAccount;
    }

    /**
     * When the first warning of a stop is due that is confirmed at {@code confirmedAt} and ends at {@code end}: the latest moment of a
     * warning that is past by then, that is, at once; if none is past, the next one; empty when the stop has ended.
     */
    public Optional<Instant> firstWarning(Instant end, Instant confirmedAt) {
        return warnings.stream()
                .map(end::minus)
                .filter(at -> !at.isAfter(confirmedAt) && end.isAfter(confirmedAt))
                .max(Instant::compareTo)
                .or(() -> nextWarning(end, confirmedAt));
    }

    /** When the next warning of a stop that ends at {@code end} is due, not before {@code from}; empty after the last. */
    public Optional<Instant> nextWarning(Instant end, Instant from) {
        return warnings.stream()
                .map(end::minus)
                .filter(at -> !at.isBefore(from))
                .min(Instant::compareTo);
    }

    /** The warnings of a stop that ends at {@code end} that are due from {@code from} to {@code now}, both included. */
    public List<ExpiryWarning> warningsDue(Instant end, Instant from, Instant now) {
        return Stream.of(ExpiryWarning.values())
                .filter(warning -> {
                    Instant at = end.minus(warnings.get(warning.ordinal()));
                    return !at.isBefore(from) && !at.isAfter(now);
                })
                .toList();
    }
}
