package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeilings;
import org.stoppayment.freeze.holds.application.Freezes;
import org.stoppayment.freeze.objections.domain.Objection;

/** Reads what holds the account of an objection for its case now. */
@ApplicationScoped
class HoldsOfCases {

    private final Freezes freezes;
    private final FreezeCeilings ceilings;

    HoldsOfCases(Freezes freezes, FreezeCeilings ceilings) {
        this.freezes = freezes;
        this.ceilings = ceilings;
    }

    /** A freeze may take over from the stop between the two reads: what seems to hold nothing is read once more. */
    Uni<HoldOfCase> of(Objection objection) {
        return read(objection).chain(found -> found.isHeld() ? Uni.createFrom().item(found) : read(objection));
    }

    private Uni<HoldOfCase> read(Objection objection) {
        return freezes.liveOn(objection.content().account())
                .map(live -> live.stream()
                        .filter(freeze -> freeze.caseId().equals(objection.caseId()))
                        .findFirst())
                .chain(freeze -> ceilings.of(
                                objection.caseId(), objection.content().account())
                        .map(ceiling -> new HoldOfCase(freeze, ceiling)));
    }
}
