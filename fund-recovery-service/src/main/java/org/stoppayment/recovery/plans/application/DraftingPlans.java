package org.stoppayment.recovery.plans.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.logging.SanitizedThrowable;
import org.stoppayment.recovery.plans.application.DueDrafts.DueDraft;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Drafts a plan for each account that holds money of victims, whenever something about it has changed. */
@ApplicationScoped
public class DraftingPlans {

    private static final Logger LOG = Logger.getLogger(DraftingPlans.class);

    /** A draft waits for shares that are due to be computed, as it would be made again right after. But news may keep coming. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final DueDrafts due;
    private final Plans plans;
    private final PlanningRefunds planning;
    private final PlanConfig config;
    private final InstantSource clock;
    private volatile Instant lastOfAll = Instant.EPOCH;

    DraftingPlans(DueDrafts due, Plans plans, PlanningRefunds planning, PlanConfig config, InstantSource clock) {
        this.due = due;
        this.plans = plans;
        this.planning = planning;
        this.config = config;
        this.clock = clock;
    }

    /** Drafts what is due, until nothing is. */
    public Uni<Void> draftDue() {
        return Uni.createFrom().deferred(() -> {
            Instant now = clock.instant();
            boolean isOfAll = !now.isBefore(lastOfAll.plus(MAX_WAIT));
            if (isOfAll) {
                lastOfAll = now;
            }
            return draftDue(!isOfAll);
        });
    }

    private Uni<Void> draftDue(boolean onlySettled) {
        return due.claim(clock.instant(), config.lease(), config.maxDrafts(), onlySettled)
                .chain(drafts -> {
                    if (drafts.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    return Multi.createFrom()
                            .iterable(drafts)
                            .onItem()
                            .transformToUniAndConcatenate(this::draft)
                            .collect()
                            .last()
                            .chain(() -> draftDue(onlySettled));
                });
    }

    /** A failure leaves it due. One that is no draft's own, such as a database that is away, ends the run. */
    private Uni<Void> draft(DueDraft draft) {
        return plans.drafted(draft.account())
                .chain(accounts -> planning.plan(accounts, Officer.SYSTEM))
                .replaceWithVoid()
                .onFailure(ServiceException.Refusal.class) // nothing is held on one of them, or no victim has a share
                .recoverWithUni(() -> withdraw(draft.account()))
                .chain(() -> due.finish(draft))
                .onFailure(failure -> !due.isAway(failure))
                .invoke(failure -> LOG.warnf(
                        "the draft of a plan for account %s stays due (%s)",
                        draft.account(), SanitizedThrowable.brief(failure)))
                .onFailure(failure -> !due.isAway(failure))
                .recoverWithNull();
    }

    /** Without the account that cannot be planned, the others are planned one by one. */
    private Uni<Void> withdraw(AccountRef.Key account) {
        return plans.withdraw(account)
                .chain(others -> others.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : planEach(account).chain(() -> due.mark(others, clock.instant())));
    }

    private Uni<Void> planEach(AccountRef.Key account) {
        return planning.plan(Set.of(account), Officer.SYSTEM)
                .replaceWithVoid()
                .onFailure(ServiceException.Refusal.class)
                .recoverWithNull();
    }
}
