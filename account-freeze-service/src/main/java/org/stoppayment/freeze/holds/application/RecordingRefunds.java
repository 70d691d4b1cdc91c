package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.Freezes.Change;
import org.stoppayment.freeze.holds.application.Freezes.Changed;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeDueTimes;
import org.stoppayment.freeze.holds.domain.Refund;
import org.stoppayment.freeze.rules.application.RuleSets;

/**
 * Lowers what a freeze holds by what was paid to victims out of it (资金返还), and raises it when money came back. Refunds may become known in
 * any order and more than once, also after the freeze has ended: what was lifted or lapsed is less then. Each one that changes what was paid
 * has an entry in the timeline.
 */
@ApplicationScoped
public class RecordingRefunds {

    private final FreezeRefunds refunds;
    private final ApplyingFreezes applying;
    private final FreezeDueTimes dueTimes;
    private final RuleSets ruleSets;
    private final InstantSource clock;

    RecordingRefunds(
            FreezeRefunds refunds,
            ApplyingFreezes applying,
            FreezeDueTimes dueTimes,
            RuleSets ruleSets,
            InstantSource clock) {
        this.refunds = refunds;
        this.applying = applying;
        this.dueTimes = dueTimes;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /**
     * Records a refund. Ends once it is durable; the books follow.
     *
     * @return false when the case has no such freeze
     */
    public Uni<Boolean> record(Refund refund) {
        return refunds.record(
                        refund.notAfter(clock.instant()),
                        (freeze, all, isReplaced) ->
                                changed(freeze, freeze.withRefunds(all, isReplaced, clock.instant()), refund))
                .call(recorded -> recorded.changed()
                        .filter(Changed::toBook)
                        .map(due -> applying.applyChanged(due.freeze()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(FreezeRefunds.Recorded::isFreezeKnown);
    }

    private Change changed(Freeze before, Freeze after, Refund refund) {
        return new Change(
                after,
                cause(before, after, refund),
                dueTimes.next(after, ruleSets.current().doubt(), clock.instant()));
    }

    private static Optional<String> cause(Freeze before, Freeze after, Refund refund) {
        int compared = after.frozen().returned().compareTo(before.frozen().returned());
        if (compared == 0) {
            return Optional.empty();
        }
        return Optional.of((compared > 0 ? "REFUNDED " : "REFUND_CAME_BACK ") + refund.paymentId());
    }
}
