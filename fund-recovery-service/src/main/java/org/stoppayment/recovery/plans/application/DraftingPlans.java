package org.stoppayment.recovery.plans.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Set;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.logging.SanitizedThrowable;
import org.stoppayment.recovery.plans.application.DueDrafts.DueDraft;

/** Drafts a plan for each account that holds money of victims, whenever something about it has changed. */
@ApplicationScoped
public class DraftingPlans {

    private static final Logger LOG = Logger.getLogger(DraftingPlans.class);

    private final DueDrafts due;
    private final PlanningRefunds planning;
    private final PlanConfig config;
    private final InstantSource clock;

    DraftingPlans(DueDrafts due, PlanningRefunds planning, PlanConfig config, InstantSource clock) {
        this.due = due;
        this.planning = planning;
        this.config = config;
        this.clock = clock;
    }

    /** Drafts what is due, until nothing is. */
    public Uni<Void> draftDue() {
        return due.claim(clock.instant(), config.lease(), config.maxDrafts()).chain(drafts -> {
            if (drafts.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            return Multi.createFrom()
                    .iterable(drafts)
                    .onItem()
                    .transformToUniAndConcatenate(this::draft)
                    .collect()
                    .last()
                    .chain(() -> draftDue());
        });
    }

    /** A failure leaves it due. */
    private Uni<Void> draft(DueDraft draft) {
        return planning.plan(Set.of(draft.account()), Officer.SYSTEM)
                .replaceWithVoid()
                .onFailure(failure -> failure instanceof ServiceException.Refusal) // nothing held, or nobody's
                .recoverWithNull()
                .chain(() -> due.finish(draft))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the draft of a plan for account %s stays due (%s)",
                        draft.account(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
