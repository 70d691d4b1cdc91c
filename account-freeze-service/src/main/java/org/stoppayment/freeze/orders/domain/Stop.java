package org.stoppayment.freeze.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * A stop that an institution has put on an account. What the institution has not told, or not so that it can be read, is unknown until
 * it is told: {@link #completed}.
 *
 * @param stoppedAt the moment that the institution reports; while that is unknown, the moment of receipt
 * @param momentReported false while the institution has told no moment that can be read
 * @param expiresAt end of the term unless a freeze takes over: when the stop is booked as lapsed
 * @param reportedEnd end of the term by the reported moment, if that moment is too long before the order to be true: people are warned
 *     by it, and the term counts from receipt; empty otherwise
 * @param balance the whole balance held; empty while it is unknown
 * @param extended true when that is the second and last term
 * @param undecidedFreezes freezes that name it and of which nobody knows yet whether they began: until then it is not booked as lapsed
 */
public record Stop(
        Instant stoppedAt,
        boolean momentReported,
        Instant expiresAt,
        Optional<Instant> reportedEnd,
        Optional<Money> balance,
        boolean extended,
        Set<ApplicationId> undecidedFreezes) {

    /** A stop in its first term, of which everything is known. */
    public Stop(Instant stoppedAt, Instant expiresAt, Money balance) {
        this(stoppedAt, true, expiresAt, Optional.empty(), Optional.of(balance), false, Set.of());
    }

    /**
     * A stop in its first term. The term counts from the reported moment. It counts from {@code receivedAt} when that moment is unknown
     * or cannot be true: too far ahead of its receipt, or too long before the order was placed at {@code placedAt}.
     */
    static Stop of(
            Optional<Instant> reported,
            Optional<Money> balance,
            StopRules rules,
            Instant placedAt,
            Instant receivedAt) {
        Instant fromReceipt = rules.endOfTerm(receivedAt);
        if (reported.isEmpty()) {
            return new Stop(receivedAt, false, fromReceipt, Optional.empty(), balance, false, Set.of());
        }
        Instant moment = reported.get();
        Instant fromMoment = rules.endOfTerm(moment);
        boolean tooEarly = rules.isTooFarBehind(moment, placedAt);
        boolean counts = !tooEarly && !rules.isTooFarAhead(moment, receivedAt);
        return new Stop(
                moment,
                true,
                counts ? fromMoment : fromReceipt,
                Optional.of(fromMoment).filter(end -> tooEarly),
                balance,
                false,
                Set.of());
    }

    /** True when the institution has told its moment and its balance. */
    public boolean isKnown() {
        return momentReported && balance.isPresent();
    }

    /** The stop in its second term, which ends at {@code end} and is as long by the reported moment. */
    public Stop extendedTo(Instant end) {
        Duration term = Duration.between(expiresAt, end);
        return new Stop(
                stoppedAt,
                momentReported,
                end,
                reportedEnd.map(first -> first.plus(term)),
                balance,
                true,
                undecidedFreezes);
    }

    /**
     * The stop with what was unknown of it; what was known stays. A moment that becomes known begins the term anew, as if it had been
     * told at once.
     */
    Stop completed(Optional<Instant> moment, Optional<Money> told, StopRules rules, Instant placedAt) {
        Optional<Money> known = balance.or(() -> told);
        if (momentReported || moment.isEmpty()) {
            return new Stop(stoppedAt, momentReported, expiresAt, reportedEnd, known, extended, undecidedFreezes);
        }
        Stop first = of(moment, known, rules, placedAt, stoppedAt).with(undecidedFreezes);
        return extended ? first.extendedTo(rules.endOfTerm(first.expiresAt)) : first;
    }

    /** The stop as {@code this} tells it, with the ends that {@code booked} was booked with: it is over. */
    Stop endedAs(Stop booked) {
        return new Stop(
                stoppedAt, momentReported, booked.expiresAt, booked.reportedEnd, balance, extended, undecidedFreezes);
    }

    /** The end that people are warned of at {@code now}: that by the reported moment, as long as it is to come. */
    public Instant warnedEnd(Instant now) {
        return reportedEnd.filter(end -> end.isAfter(now)).orElse(expiresAt);
    }

    /** The end of the term in the institution's own books. */
    public Instant endByInstitution() {
        return reportedEnd.orElse(expiresAt);
    }

    /** True while it is unknown whether a freeze that names it began. */
    public boolean awaitsFreeze() {
        return !undecidedFreezes.isEmpty();
    }

    /** The stop, which a freeze names that is undecided. */
    Stop awaiting(ApplicationId freeze) {
        return with(
                Stream.concat(undecidedFreezes.stream(), Stream.of(freeze)).collect(Collectors.toUnmodifiableSet()));
    }

    /** The stop, of which that freeze is decided. */
    Stop decided(ApplicationId freeze) {
        return with(undecidedFreezes.stream()
                .filter(Predicate.not(freeze::equals))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The stop, which a freeze has taken over: no other one can. */
    Stop taken() {
        return with(Set.of());
    }

    private Stop with(Set<ApplicationId> freezes) {
        return new Stop(stoppedAt, momentReported, expiresAt, reportedEnd, balance, extended, freezes);
    }

    /** True when its term is over. */
    public boolean hasEnded(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** What is held of {@code tainted} money: no more than there is; nothing while the balance is unknown. */
    public Money held(Money tainted) {
        return balance.map(tainted::min).orElse(Money.ZERO);
    }
}
