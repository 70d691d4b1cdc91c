package org.stoppayment.recovery.notices.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.notices.domain.Notice;
import org.stoppayment.recovery.notices.domain.PlanObjection;

/** Port: notices and objections. */
public interface Notices {

    /** Stores a notice; the one that the plan has already, when it has one. */
    Uni<Notice> publish(Notice notice);

    /** The notice of a plan. */
    Uni<Optional<Notice>> find(PlanId planId);

    /** The latest notice of some plans. */
    Uni<Optional<Notice>> latest(List<PlanId> plans);

    /** Stores an objection; the one that the id has already, when it has one. */
    Uni<PlanObjection> open(PlanObjection objection);

    /** The objection of an id. */
    Uni<Optional<PlanObjection>> objection(UUID id);

    /** Stores the decision of an objection; the objection as it is then. Empty when there is none of this id. */
    Uni<Optional<PlanObjection>> decide(UUID id, PlanObjection.Decision decision);

    /** Objections to some plans, the oldest first. */
    Uni<List<PlanObjection>> objectionsTo(List<PlanId> plans);
}
