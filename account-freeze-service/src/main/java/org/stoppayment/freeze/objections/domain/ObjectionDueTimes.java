package org.stoppayment.freeze.objections.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.freeze.rules.domain.HoldRules;

/**
 * When an objection is due: for people by the rules, for the suite as often as its hold or its release is looked at.
 *
 * @param rules of freezes
 */
public record ObjectionDueTimes(HoldRules rules) {

    /** How often the suite looks whether a hold still stands, or was released by a person. */
    public static final Duration HOLD_CHECK = Duration.ofMinutes(5);
    /** How often the suite looks what became of a release. */
    public static final Duration RELEASE_CHECK = Duration.ofSeconds(5);

    /** When an objection that is opened at {@code openedAt} must be decided. */
    public Instant decisionDueAt(Instant openedAt) {
        return rules.objectionDecision().endFrom(openedAt);
    }

    /** True when people are to be warned that an undecided objection is due soon. */
    public boolean isWarningDue(Objection objection, Instant now) {
        return !now.isBefore(warningAt(objection));
    }

    /** When the suite looks at it next; empty when never. */
    public Optional<Instant> next(Objection objection, Instant now) {
        return switch (objection.state()) {
            case OPEN ->
                Stream.of(warningAt(objection), objection.dueAt(), now.plus(HOLD_CHECK))
                        .filter(now::isBefore)
                        .min(Instant::compareTo);
            case RELEASING -> Optional.of(now.plus(RELEASE_CHECK));
            case RELEASE_FAILED -> Optional.of(now.plus(HOLD_CHECK));
            case DECIDED, HOLD_ENDED -> Optional.empty();
        };
    }

    private Instant warningAt(Objection objection) {
        return rules.deadlineWarning().beginBefore(objection.dueAt());
    }
}
