package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.rules.domain.HoldRules;

/**
 * When a freeze is due next. The times are kept in the rows only.
 *
 * @param messages due times of messages
 * @param rules of freezes
 */
public record FreezeDueTimes(AmendmentDueTimes messages, HoldRules rules) {

    /** When {@code freeze} is due next; empty when never. */
    public Optional<Instant> next(Freeze freeze, DoubtRules doubt, Instant now) {
        int failures = freeze.progress().failures();
        if (freeze.state().stands()) {
            Instant end = nextWarning(freeze, now).orElse(freeze.expiresAt());
            return Optional.of(earlier(end, inquiry(freeze, doubt, now)));
        }
        return switch (freeze.state()) {
            case REQUESTED, SENDING, ACCEPTED, IN_DOUBT ->
                messages.next(freeze.state().delivery(), failures, doubt, now);
            case MANUAL ->
                Optional.of(now.plus(doubt.slowestInquiry()))
                        .filter(next -> freeze.progress().attempts() > 0);
            default -> Optional.empty();
        };
    }

    /** When an amendment is due next; empty when never. */
    public Optional<Instant> next(FreezeAmendment amendment, DoubtRules doubt, Instant now) {
        return messages.next(amendment.state(), amendment.failures(), doubt, now);
    }

    /** Number of warnings in a term. */
    public int warnings() {
        return rules.renewalProposals().size();
    }

    /** The warnings of the end of {@code freeze} that are due, as their number in its term; 0 when none is. */
    public int warningsDue(Freeze freeze, Instant now) {
        return (int) rules.renewalProposals().stream()
                .filter(ahead -> !now.isBefore(ahead.beginBefore(freeze.expiresAt())))
                .count();
    }

    private Optional<Instant> nextWarning(Freeze freeze, Instant now) {
        return rules.renewalProposals().stream()
                .map(ahead -> ahead.beginBefore(freeze.expiresAt()))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private Optional<Instant> inquiry(Freeze freeze, DoubtRules doubt, Instant now) {
        if (freeze.lacksSum()) {
            return messages.next(AmendmentState.IN_DOUBT, freeze.progress().failures(), doubt, now);
        }
        return Optional.of(rules.waitingInquiry().endFrom(now)).filter(next -> freeze.state() == FreezeState.WAITING);
    }

    private static Instant earlier(Instant end, Optional<Instant> other) {
        return other.filter(end::isAfter).orElse(end);
    }
}
