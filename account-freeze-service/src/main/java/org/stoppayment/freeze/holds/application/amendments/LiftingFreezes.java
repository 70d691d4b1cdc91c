package org.stoppayment.freeze.holds.application.amendments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.holds.application.RecordingFreezes;
import org.stoppayment.freeze.holds.application.unrelated.ReportingUnrelatedFunds;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.holds.domain.FreezeAmendment.Terms;
import org.stoppayment.kernel.ServiceException;

/** Orders freezes to be lifted (解除冻结), with the approval of who approved them (程序规定 Art. 241, 247). */
@ApplicationScoped
public class LiftingFreezes {

    private final OrderingAmendments ordering;
    private final RecordingFreezes recording;
    private final ReportingUnrelatedFunds reporting;

    LiftingFreezes(OrderingAmendments ordering, RecordingFreezes recording, ReportingUnrelatedFunds reporting) {
        this.ordering = ordering;
        this.recording = recording;
        this.reporting = reporting;
    }

    /**
     * Makes a lift durable and sends it. A freeze that was never sent is called off at once. A repeated request has the same result.
     *
     * @param unrelated true when the funds have nothing to do with the case
     * @return the lift; empty when the freeze was called off
     */
    public Uni<Optional<FreezeAmendment>> lift(AmendmentRequest request, boolean unrelated) {
        new HoldInput()
                .reason(request.reason(), true)
                .measure(request.measure())
                .officer(request.officer())
                .refuse();
        Terms terms = Terms.lift(unrelated);
        return ordering.freeze(request).chain(freeze -> lift(freeze, request, terms)
                .call(lift -> startClock(freeze, request, lift, unrelated)));
    }

    /** Of funds that were frozen and have nothing to do with the case. */
    private Uni<?> startClock(
            Freeze freeze, AmendmentRequest request, Optional<FreezeAmendment> lift, boolean unrelated) {
        return unrelated && lift.isPresent()
                ? reporting.start(freeze, request.reason(), request.officer())
                : Uni.createFrom().voidItem();
    }

    /** Fails with the refusal of a lift that nobody has ordered yet, if there is one. */
    public static void requireLiftable(Freeze freeze, Measure measure) {
        requireOriginal(freeze, measure);
        if (!freeze.state().stands() && !freeze.wasNeverSent()) {
            throw OrderingAmendments.notInEffect(freeze);
        }
    }

    private Uni<Optional<FreezeAmendment>> lift(Freeze freeze, AmendmentRequest request, Terms terms) {
        Approver approver = requireOriginal(freeze, request.measure());
        return switch (freeze.state()) {
            case IN_EFFECT, PARTIAL, WAITING ->
                ordering.order(freeze, request, approver, terms).map(Optional::of);
            case REQUESTED -> callOff(freeze);
            default ->
                ordering.repeated(freeze, request, terms).invoke(lift -> {
                    if (lift.isEmpty()) {
                        throw OrderingAmendments.notInEffect(freeze);
                    }
                });
        };
    }

    private Uni<Optional<FreezeAmendment>> callOff(Freeze freeze) {
        return recording.callOff(freeze).map(lifted -> {
            if (lifted.isEmpty()) {
                throw OrderingAmendments.notInEffect(freeze);
            }
            return Optional.empty();
        });
    }

    /** Art. 241: the organisation that approved the freeze, at its level or higher. */
    private static Approver requireOriginal(Freeze freeze, Measure measure) {
        Approver original = freeze.application().basis().approver();
        Approver approver = HoldInput.approver(measure, original.level());
        if (!original.isOfSameOrganisation(approver)) {
            throw new ServiceException.Refusal(
                    "OTHER_APPROVER",
                    "approver.organisation: " + approver.officer().organisation() + " (expected: that of the freeze, "
                            + original.officer().organisation() + ")");
        }
        return approver;
    }
}
