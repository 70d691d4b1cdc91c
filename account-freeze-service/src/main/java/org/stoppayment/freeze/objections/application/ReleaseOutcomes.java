package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.Amendments;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.holds.application.Freezes;
import org.stoppayment.freeze.holds.application.amendments.FreezeAmendments;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.kernel.ids.ApplicationId;

/** Says what became of the order of a release, whatever kind of order it is. */
@ApplicationScoped
class ReleaseOutcomes {

    private final FreezeAmendments freezeAmendments;
    private final Amendments stopAmendments;
    private final Freezes freezes;

    ReleaseOutcomes(FreezeAmendments freezeAmendments, Amendments stopAmendments, Freezes freezes) {
        this.freezeAmendments = freezeAmendments;
        this.stopAmendments = stopAmendments;
        this.freezes = freezes;
    }

    /** {@code DONE}, {@code WAITING}, or {@code DECLINED} with the result code. */
    Uni<ReleaseStep> of(ApplicationId order) {
        return freezeAmendments
                .find(order)
                .map(found -> found.map(one -> step(one.state(), one.resultCode())))
                .chain(known -> known.isPresent() ? item(known) : ofStopLift(order))
                .chain(known -> known.isPresent() ? item(known) : ofFreeze(order))
                .map(known -> known.orElseThrow(
                        () -> new IllegalStateException("order " + order + " of a release is not stored")));
    }

    private Uni<Optional<ReleaseStep>> ofStopLift(ApplicationId order) {
        return stopAmendments.find(order).map(found -> found.map(one -> step(one.state(), one.resultCode())));
    }

    private Uni<Optional<ReleaseStep>> ofFreeze(ApplicationId order) {
        return freezes.find(order).map(found -> found.map(ReleaseOutcomes::step));
    }

    private static ReleaseStep step(AmendmentState state, String resultCode) {
        return switch (state) {
            case DONE -> ReleaseStep.DONE;
            case DECLINED -> ReleaseStep.declined(resultCode);
            case QUEUED, SENDING, ACCEPTED, IN_DOUBT -> ReleaseStep.WAITING;
        };
    }

    private static ReleaseStep step(Freeze freeze) {
        if (HoldOfCase.isAwaited(freeze)) {
            return ReleaseStep.WAITING;
        }
        return freeze.state() == FreezeState.DECLINED ? ReleaseStep.declined(freeze.resultCode()) : ReleaseStep.DONE;
    }

    private static Uni<Optional<ReleaseStep>> item(Optional<ReleaseStep> known) {
        return Uni.createFrom().item(known);
    }
}
