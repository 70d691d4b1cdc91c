package org.stoppayment.freeze.objections.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.ObjectionId;

/**
 * An objection (异议) to what holds an account for a case. Immutable; each change makes a new instance, as {@link ObjectionTransitions}
 * says.
 *
 * @param id of the objection
 * @param requestId of the request that opened it
 * @param caseId of the case
 * @param content what was objected to, and why
 * @param held what held the account then
 * @param owner the officer who decides it
 * @param openedAt when it was taken
 * @param dueAt when it must be decided
 * @param state where it stands
 * @param decision how it was decided; empty while it is not
 * @param release what became of the release
 * @param closedAt when nothing more was to be done; empty before
 */
public record Objection(
        ObjectionId id,
        UUID requestId,
        CaseId caseId,
        ObjectionContent content,
        Held held,
        Officer owner,
        Instant openedAt,
        Instant dueAt,
        ObjectionState state,
        Optional<ObjectionDecision> decision,
        Release release,
        Optional<Instant> closedAt) {

    /**
     * What held the account when an objection was opened.
     *
     * @param applicationId of the stop or the freeze
     */
    public record Held(HoldKind kind, ApplicationId applicationId) {}

    /**
     * What became of the release that was decided.
     *
     * @param order that releases the money; empty while there is none
     * @param failure why it failed, as a code; empty when it did not
     */
    public record Release(Optional<ApplicationId> order, String failure) {

        /** Nothing was ordered. */
        public static final Release NONE = new Release(Optional.empty(), "");
    }

    /** An objection that waits for its decision. */
    public static Objection opened(
            ObjectionId id,
            UUID requestId,
            CaseId caseId,
            ObjectionContent content,
            Held held,
            Officer owner,
            Instant openedAt,
            Instant dueAt) {
        return new Objection(
                id,
                requestId,
                caseId,
                content,
                held,
                owner,
                openedAt,
                dueAt,
                ObjectionState.OPEN,
                Optional.empty(),
                Release.NONE,
                Optional.empty());
    }

    /** True while it waits for its decision and the time for that is over. */
    public boolean isOverdueAt(Instant now) {
        return state == ObjectionState.OPEN && !now.isBefore(dueAt);
    }

    /** The objection, with another owner. */
    public Objection assignedTo(Officer next) {
        return with(next, state, decision, release, closedAt);
    }

    /** The objection, decided; the release follows, if the outcome has one. */
    public Objection decided(ObjectionDecision made) {
        ObjectionEvent event = made.outcome().releases() ? ObjectionEvent.RELEASE_DECIDED : ObjectionEvent.SETTLED;
        return after(event, made.decidedAt(), Optional.of(made), release).orElseThrow();
    }

    /** The objection with the order that releases the money. */
    public Objection releasingBy(ApplicationId order) {
        return with(owner, state, decision, new Release(Optional.of(order), ""), closedAt);
    }

    /** The objection after the money was released; empty when that is nothing new. */
    public Optional<Objection> released(Instant at) {
        return after(ObjectionEvent.RELEASED, at, decision, new Release(release.order(), ""));
    }

    /** The objection after its release was declined with {@code code}; empty when that is nothing new. */
    public Optional<Objection> releaseDeclined(String code, Instant at) {
        return after(ObjectionEvent.RELEASE_DECLINED, at, decision, new Release(release.order(), code));
    }

    /** The objection after the hold ended; empty when that is nothing new. */
    public Optional<Objection> holdEnded(Instant at) {
        return after(ObjectionEvent.HOLD_ENDED, at, decision, release);
    }

    private Optional<Objection> after(
            ObjectionEvent event, Instant at, Optional<ObjectionDecision> made, Release released) {
        return ObjectionTransitions.next(state, event)
                .map(next -> with(owner, next, made, released, Optional.of(at).filter(closed -> next.isClosed())));
    }

    private Objection with(
            Officer nextOwner,
            ObjectionState next,
            Optional<ObjectionDecision> made,
            Release released,
            Optional<Instant> closed) {
        return new Objection(
                id, requestId, caseId, content, held, nextOwner, openedAt, dueAt, next, made, released, closed);
    }
}
