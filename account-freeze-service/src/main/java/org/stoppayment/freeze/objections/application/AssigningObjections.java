package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.objections.application.Objections.Change;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionDueTimes;
import org.stoppayment.freeze.objections.domain.ObjectionState;
import org.stoppayment.freeze.shared.domain.Officer;

/** Gives objections to other officers. */
@ApplicationScoped
public class AssigningObjections {

    private static final Logger LOG = Logger.getLogger(AssigningObjections.class);

    private final NamedObjections named;
    private final Objections objections;
    private final ObjectionDueTimes dueTimes;
    private final InstantSource clock;

    AssigningObjections(NamedObjections named, Objections objections, ObjectionDueTimes dueTimes, InstantSource clock) {
        this.named = named;
        this.objections = objections;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /** Gives an undecided objection to {@code owner}; the objection as it stands then. */
    public Uni<Objection> assign(String objectionId, Officer owner, Officer operator) {
        new ObjectionInput()
                .id("objectionId", objectionId)
                .officer("owner", owner)
                .officer("operator", operator)
                .refuse();
        return named.find(objectionId)
                .chain(found -> objections.change(found.id(), current -> {
                    if (current.state() != ObjectionState.OPEN) {
                        throw DecidingObjections.alreadyDecided(current);
                    }
                    Objection assigned = current.assignedTo(owner);
                    return Optional.of(assigned)
                            .filter(after -> !after.equals(current))
                            .map(after -> new Change(after, dueTimes.next(after, clock.instant())));
                }))
                .invoke(after -> LOG.infof("objection %s: given to %s by %s", after.id(), owner, operator));
    }
}
