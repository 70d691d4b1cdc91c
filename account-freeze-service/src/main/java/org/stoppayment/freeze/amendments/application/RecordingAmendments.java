package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.application.Update;
import org.stoppayment.kernel.ServiceException;

/** Makes what happened to an amendment durable, after applying it to the stop. */
@ApplicationScoped
public class RecordingAmendments {

    private static final int MAX_RELOADS = 8;

    private final Amendments amendments;
    private final ApplyingAmendments applying;
    private final RuleSets ruleSets;
    private final AmendmentDueTimes dueTimes;
    private final InstantSource clock;

    public RecordingAmendments(
            Amendments amendments,
            ApplyingAmendments applying,
            RuleSets ruleSets,
            AmendmentDueTimes dueTimes,
            InstantSource clock) {
        this.amendments = amendments;
        this.applying = applying;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /** Records the outcome of sending or inquiring. Ends once it is durable. */
    public Uni<RecordOutcome> record(StopAmendment amendment, StopOrder stop, Answer answer) {
        AmendmentEvent event =
                answer.either(happened -> AmendmentEvent.of(happened), feedback -> amendment.eventFor(feedback.code()));
        return record(amendment, stop, event);
    }

    /** Records what happened to an amendment. Ends once it is durable. */
    public Uni<RecordOutcome> record(StopAmendment amendment, StopOrder stop, AmendmentEvent event) {
        return record(amendment, stop, event, MAX_RELOADS);
    }

    /** Applies it to the stop first: after a crash between the two, the amendment is due again and has the same result. */
    private Uni<RecordOutcome> record(StopAmendment amendment, StopOrder stop, AmendmentEvent event, int reloads) {
        Optional<StopAmendment> after = amendment.after(event);
        if (after.isEmpty()) {
            return (amendment.isContradictedBy(event)
                            ? applying.contradicted(amendment, stop, event)
                            : Uni.createFrom().voidItem())
                    .replaceWith(RecordOutcome.NOTHING_NEW);
        }
        return applying.conclude(after.get(), stop)
                .chain(() -> keep(amendment, after.get(), stop))
                .chain(update -> switch (update) {
                    case WRITTEN -> Uni.createFrom().item(RecordOutcome.CHANGED);
                    case OUTDATED ->
                        reload(amendment, reloads).chain(current -> record(current, stop, event, reloads - 1));
                });
    }

    /**
     * Moves an amendment by an event of ours that does not affect the stop; empty when it has moved in the meantime.
     *
     * @param dueAt when it is due next
     */
    Uni<Optional<StopAmendment>> move(StopAmendment amendment, AmendmentEvent.Kind event, Optional<Instant> dueAt) {
        StopAmendment after = amendment.after(AmendmentEvent.of(event)).orElseThrow();
        return amendments
                .update(amendment.state(), after, dueAt)
                .map(update -> update == Update.WRITTEN ? Optional.of(after) : Optional.empty());
    }

    /** Notes an inquiry that brought nothing new, and when the next one is due. */
    Uni<Void> recordEmptyInquiry(StopAmendment amendment, StopOrder stop) {
        return keep(amendment, amendment.afterInquiry(), stop).replaceWithVoid();
    }

    private Uni<Update> keep(StopAmendment before, StopAmendment after, StopOrder stop) {
        return ruleSets.named(stop.ruleSet())
                .chain(rules ->
                        amendments.update(before.state(), after, dueTimes.next(after, rules.doubt(), clock.instant())));
    }

    private Uni<StopAmendment> reload(StopAmendment amendment, int reloads) {
        if (reloads == 0) {
            return Uni.createFrom()
                    .failure(new ServiceException.Overloaded("message " + amendment.id() + " keeps changing"));
        }
        return amendments.find(amendment.id()).map(Optional::orElseThrow);
    }
}
