package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.FollowUp;
import org.stoppayment.freeze.domain.FollowUpEvent;
import org.stoppayment.freeze.domain.StopOrder;

/** Makes what happened to a message about a stop durable, after what follows from it for the stop. */
@ApplicationScoped
class RecordingFollowUps {

    private static final int MAX_RELOADS = 8;

    private final FollowUps followUps;
    private final ConcludingFollowUps concluding;
    private final RuleSets ruleSets;
    private final DueTimes dueTimes;
    private final InstantSource clock;

    RecordingFollowUps(
            FollowUps followUps,
            ConcludingFollowUps concluding,
            RuleSets ruleSets,
            DueTimes dueTimes,
            InstantSource clock) {
        this.followUps = followUps;
        this.concluding = concluding;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /** Records what came of a message to an institution. Ends once it is durable; false when it said nothing new. */
    Uni<Boolean> record(FollowUp followUp, StopOrder stop, Answer answer) {
        FollowUpEvent event =
                answer.either(happened -> FollowUpEvent.of(happened), feedback -> followUp.heard(feedback.code()));
        return record(followUp, stop, event);
    }

    /** Records what happened to a message. Ends once it is durable; false when it said nothing new. */
    Uni<Boolean> record(FollowUp followUp, StopOrder stop, FollowUpEvent event) {
        return record(followUp, stop, event, MAX_RELOADS);
    }

    /** What it does to the stop first: should we die between the two, the message is due again and says the same. */
    private Uni<Boolean> record(FollowUp followUp, StopOrder stop, FollowUpEvent event, int reloads) {
        Optional<FollowUp> after = followUp.after(event);
        if (after.isEmpty()) {
            return (followUp.isContradictedBy(event)
                            ? concluding.takenBack(followUp, stop, event)
                            : Uni.createFrom().voidItem())
                    .replaceWith(false);
        }
        return concluding
                .conclude(after.get(), stop)
                .chain(() -> keep(followUp, after.get(), stop))
                .chain(kept -> kept
                        ? Uni.createFrom().item(true)
                        : again(followUp, reloads).chain(current -> record(current, stop, event, reloads - 1)));
    }

    /**
     * Moves a message by an event that we make happen, of which nothing follows for the stop; empty when somebody else moved it
     * in the meantime.
     *
     * @param dueAt when it must be looked at again
     */
    Uni<Optional<FollowUp>> move(FollowUp followUp, FollowUpEvent.Kind event, Optional<Instant> dueAt) {
        FollowUp after = followUp.after(FollowUpEvent.of(event)).orElseThrow();
        return followUps
                .update(followUp.state(), after, dueAt)
                .map(moved -> moved ? Optional.of(after) : Optional.empty());
    }

    /** Notes an inquiry that brought nothing new, and when to inquire again. */
    Uni<Void> inquiredInVain(FollowUp followUp, StopOrder stop) {
        return keep(followUp, followUp.afterInquiry(), stop).replaceWithVoid();
    }

    private Uni<Boolean> keep(FollowUp before, FollowUp after, StopOrder stop) {
        return ruleSets.named(stop.ruleSet())
                .chain(rules ->
                        followUps.update(before.state(), after, dueTimes.next(after, rules.doubt(), clock.instant())));
    }

    private Uni<FollowUp> again(FollowUp followUp, int reloads) {
        if (reloads == 0) {
            return Uni.createFrom().failure(new IllegalStateException("message " + followUp.id() + " keeps changing"));
        }
        return followUps.find(followUp.id()).map(Optional::orElseThrow);
    }
}
