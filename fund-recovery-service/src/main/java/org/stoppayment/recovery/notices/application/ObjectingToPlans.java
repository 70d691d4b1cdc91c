package org.stoppayment.recovery.notices.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.notices.domain.PlanObjection;
import org.stoppayment.recovery.notices.domain.PlanObjection.Content;
import org.stoppayment.recovery.notices.domain.PlanObjection.Decision;
import org.stoppayment.recovery.notices.domain.PlanObjection.Outcome;
import org.stoppayment.recovery.plans.application.ViewingPlans;
import org.stoppayment.recovery.rules.domain.RefundRules;

/** Takes and decides objections to plans. */
@ApplicationScoped
public class ObjectingToPlans {

    private static final int MAX_NAME = 100;
    private static final int MAX_STATEMENT = 2000;
    private static final String OPERATOR = "operator";

    private final ViewingPlans plans;
    private final Notices notices;
    private final RefundRules rules;
    private final InstantSource clock;

    ObjectingToPlans(ViewingPlans plans, Notices notices, RefundRules rules, InstantSource clock) {
        this.plans = plans;
        this.notices = notices;
        this.rules = rules;
        this.clock = clock;
    }

    /** Takes an objection, until the notice of the plan ends; the relation is empty when none was given. */
    public Uni<PlanObjection> open(
            String objectionId,
            String planId,
            String name,
            Optional<PlanObjection.Relation> relation,
            String statement,
            String evidenceDigest,
            Officer officer) {
        OfficerChecks checks = new OfficerChecks()
                .id("objectionId", objectionId)
                .id("planId", planId)
                .text("objectorName", name, MAX_NAME)
                .text("statement", statement, MAX_STATEMENT)
                .officer(OPERATOR, officer);
        if (!evidenceDigest.isEmpty()) {
            checks.digest("evidenceDigest", evidenceDigest);
        }
        if (relation.isEmpty()) {
            checks.reject("relation", "MISSING", "none", "VICTIM or INTERESTED_PARTY");
        }
        checks.refuse();
        Content content = new Content(
                name,
                relation.orElseThrow(),
                statement,
                Optional.of(evidenceDigest.toLowerCase(Locale.ROOT)).filter(digest -> !digest.isEmpty()));
        return open(Ids.parseField("objectionId", objectionId), planId, content, officer);
    }

    /** One that was taken before is answered, also when none is taken any more. */
    private Uni<PlanObjection> open(UUID id, String planId, Content content, Officer officer) {
        return notices.objection(id)
                .chain(known -> known.map(taken -> Uni.createFrom().item(taken))
                        .orElseGet(() -> take(id, planId, content, officer)))
                .invoke(stored -> requireSame(stored, planId, content));
    }

    private Uni<PlanObjection> take(UUID id, String planId, Content content, Officer officer) {
        return plans.view(planId)
                .invoke(PublishingNotices::requireDraft)
                .chain(stored -> requireRunning(stored.plan().id())
                        .replaceWith(stored.plan().id()))
                .chain(plan -> {
                    Instant now = clock.instant();
                    return notices.open(new PlanObjection(
                            id,
                            plan,
                            content,
                            officer,
                            now,
                            rules.objectionDecision().endFrom(now),
                            Optional.empty()));
                });
    }

    private Uni<Void> requireRunning(PlanId planId) {
        return notices.find(planId)
                .invoke(found -> found.ifPresent(notice -> {
                    if (notice.period().isOverAt(clock.instant())) {
                        throw new ServiceException.Refusal(
                                "NOTICE_ENDED",
                                "planId: " + planId + " (expected: before "
                                        + notice.period().endsAt() + ")");
                    }
                }))
                .replaceWithVoid();
    }

    private static void requireSame(PlanObjection stored, String planId, Content content) {
        if (!stored.planId().toString().equals(planId.toLowerCase(Locale.ROOT))
                || !stored.content().equals(content)) {
            throw new ServiceException.Refusal(
                    "REQUEST_ID_REUSED",
                    "objectionId: " + stored.id() + " (expected: an id without another objection)");
        }
    }

    /** Decides an objection; the outcome is empty when none was given. */
    public Uni<PlanObjection> decide(String objectionId, Optional<Outcome> outcome, String reason, Officer officer) {
        OfficerChecks checks = new OfficerChecks()
                .id("objectionId", objectionId)
                .reason(reason)
                .officer(OPERATOR, officer);
        if (outcome.isEmpty()) {
            checks.reject("outcome", "MISSING", "none", "UPHELD, REJECTED or WITHDRAWN");
        }
        checks.refuse();
        UUID id = Ids.parseField("objectionId", objectionId);
        Decision decision = new Decision(outcome.orElseThrow(), reason, officer, clock.instant());
        return notices.decide(id, decision)
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("objectionId", objectionId)))
                .invoke(decided -> requireSame(decided, decision));
    }

    private static void requireSame(PlanObjection decided, Decision wanted) {
        Decision made = decided.decision().orElseThrow();
        if (made.outcome() != wanted.outcome() || !made.reason().equals(wanted.reason())) {
            throw new ServiceException.Refusal(
                    "ALREADY_DECIDED",
                    "objectionId: " + decided.id() + ", " + made.outcome() + " (expected: one that is not decided)");
        }
    }
}
