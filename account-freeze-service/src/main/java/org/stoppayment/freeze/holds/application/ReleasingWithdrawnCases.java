package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.holds.application.Freezes.Filter;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.orders.application.withdrawal.WithdrawalListener;
import org.stoppayment.freeze.shared.application.Sequence;
import org.stoppayment.kernel.ids.CaseId;

/**
 * Releases what is frozen for a withdrawn case (撤案): freezes that were never sent are called off, and people are told of all others, because
 * a lift needs a document and the approval of who approved the freeze (程序规定 Art. 241).
 */
@ApplicationScoped
class ReleasingWithdrawnCases implements WithdrawalListener {

    /** As many accounts as tracing follows for a case. */
    private static final int MAX_FREEZES = 10_000;

    private final Freezes freezes;
    private final RecordingFreezes recording;
    private final AlertingFreezes alerting;

    ReleasingWithdrawnCases(Freezes freezes, RecordingFreezes recording, AlertingFreezes alerting) {
        this.freezes = freezes;
        this.recording = recording;
        this.alerting = alerting;
    }

    @Override
    public Uni<Void> caseWithdrawn(CaseId caseId) {
        return freezes.list(new Filter(Optional.of(caseId), Set.of(), Optional.empty()), Optional.empty(), MAX_FREEZES)
                .chain(live -> Sequence.of(live, this::release));
    }

    private Uni<Void> release(Freeze freeze) {
        return recording
                .callOff(freeze)
                .chain(calledOff ->
                        calledOff.isPresent() ? Uni.createFrom().voidItem() : alerting.alertOfWithdrawnCase(freeze));
    }
}
