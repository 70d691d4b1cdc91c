package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionState;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.ObjectionId;

/** Port: durable objections. */
public interface Objections {

    /**
     * What is to be written of an objection that has changed.
     *
     * @param objection as it stands now
     * @param checkAt when it is looked at next; empty when never
     */
    record Change(Objection objection, Optional<Instant> checkAt) {}

    /**
     * Which objections to list.
     *
     * @param caseId of the case; empty for all
     * @param states in which they stand, at least one
     * @param ownerOrganisation of their owners; empty for all
     * @param overdue only those that take too long; empty for all
     */
    record Filter(
            Optional<CaseId> caseId, Set<ObjectionState> states, String ownerOrganisation, Optional<Overdue> overdue) {}

    /**
     * Objections that take too long.
     *
     * @param dueBy undecided ones: when they were to be decided at the latest
     * @param decidedBy ones whose release is not known to be done: when they were decided at the latest
     */
    record Overdue(Instant dueBy, Instant decidedBy) {}

    /** Where a page begins: after this objection. */
    record Position(Instant dueAt, ObjectionId id) {}

    /**
     * Makes an objection durable, looked at first at {@code checkAt}.
     *
     * @return the objection of the same request, else the one of its case and account that is not closed: this one, or an earlier one
     */
    Uni<Objection> insert(Objection objection, Instant checkAt);

    /** An objection. */
    Uni<Optional<Objection>> find(ObjectionId id);

    /** The objection that a request opened. */
    Uni<Optional<Objection>> ofRequest(UUID requestId);

    /** The cases whose holds of the account have an objection that is not closed. */
    Uni<Set<CaseId>> objectedOn(AccountRef.Key account);

    /** Objections, those that are due first at the top. */
    Uni<List<Objection>> list(Filter filter, Optional<Position> after, int max);

    /**
     * Changes an objection. Its row is locked before it is read.
     *
     * @param change of the objection as it stands; empty when there is nothing to write
     * @return the objection as it stands then
     */
    Uni<Objection> change(ObjectionId id, Function<Objection, Optional<Change>> change);

    /** Claims objections to look at: for {@code lease} no other replica gets them. */
    Uni<List<Objection>> claimDue(Instant now, Duration lease, int max);
}
