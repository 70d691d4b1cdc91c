package org.stoppayment.cli.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to add to the moments of one clock so that they fit between moments of another: the smallest constant that puts every
 * cause before its effect. It is zero where the order is right already.
 */
public final class ClockShift {

    private final List<Duration> atLeast = new ArrayList<>();
    private final List<Duration> atMost = new ArrayList<>();

    /** A moment of this clock is an effect of {@code cause}. */
    public ClockShift notBefore(Instant cause, Instant moment) {
        atLeast.add(Duration.between(moment, cause));
        return this;
    }

    /** A moment of this clock is a cause of {@code effect}. */
    public ClockShift notAfter(Instant effect, Instant moment) {
        atMost.add(Duration.between(moment, effect));
        return this;
    }

    /** The shift. Where no constant fits, because a clock stepped meanwhile, the smallest that keeps effects behind their causes. */
    public Duration value() {
        Optional<Duration> least = atLeast.stream().max(Duration::compareTo);
        Optional<Duration> most = atMost.stream().min(Duration::compareTo);
        if (least.filter(each -> each.compareTo(Duration.ZERO) > 0).isPresent()) {
            return least.get();
        }
        Duration ceiling = most.filter(Duration::isNegative).orElse(Duration.ZERO);
        return least.filter(each -> each.compareTo(ceiling) > 0).orElse(ceiling);
    }

    /** True when no constant fits: a clock stepped, or was corrected, meanwhile. */
    public boolean isContradictory() {
        return atLeast.stream().anyMatch(least -> atMost.stream().anyMatch(most -> least.compareTo(most) > 0));
    }
}
