package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.batches.application.Candidates.Candidate;
import org.stoppayment.recovery.batches.application.Selection.LeftOut;
import org.stoppayment.recovery.batches.application.Selection.Reason;
import org.stoppayment.recovery.batches.domain.BatchCriteria;
import org.stoppayment.recovery.batches.domain.BatchLine.Approval;
import org.stoppayment.recovery.notices.application.CheckingReadiness;
import org.stoppayment.recovery.notices.domain.Readiness.Blocker;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.application.ViewingPlans;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.plans.domain.PlanSummary;

/** Chooses the plans of a batch by criteria. */
@ApplicationScoped
public class SelectingPlans {

    private static final int MAX_STATION = 100;
    private static final int MAX_INSTITUTION_CODE = 14;
    private static final int MAX_DAYS = 36_500;
    private static final int MAX_EXCEPT = 100;

    private final Candidates candidates;
    private final ViewingPlans plans;
    private final CheckingReadiness readiness;
    private final SeparateWork separate;
    private final BatchConfig config;
    private final InstantSource clock;

    SelectingPlans(
            Candidates candidates,
            ViewingPlans plans,
            CheckingReadiness readiness,
            SeparateWork separate,
            BatchConfig config,
            InstantSource clock) {
        this.candidates = candidates;
        this.plans = plans;
        this.readiness = readiness;
        this.separate = separate;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The plans that meet the criteria now. Fails with {@link ServiceException.InvalidInput}, or with a refusal {@code TOO_MANY_PLANS} when they are
     * more than a batch may have.
     */
    public Uni<Selection> select(BatchCriteria criteria) {
        check(criteria);
        Instant now = clock.instant();
        return candidates
                .find(criteria, now, config.maxCandidates() + 1)
                .invoke(found -> requireAtMost(
                        config.maxCandidates(), found.size(), "to look at, those that are left out included"))
                .invoke(found -> requireFound(criteria.except(), found))
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUni(each -> separate.run(() -> judge(each, criteria, now)))
                        .merge(config.atOnce())
                        .select()
                        .where(Optional::isPresent)
                        .map(Optional::orElseThrow)
                        .collect()
                        .asList())
                .map(SelectingPlans::selection)
                .invoke(selection ->
                        requireAtMost(config.maxPlans(), selection.plans().size(), "for a batch"));
    }

    private static void check(BatchCriteria criteria) {
        OfficerChecks checks = new OfficerChecks();
        criteria.station().ifPresent(station -> checks.text("criteria.station", station, MAX_STATION));
        criteria.institutionCode()
                .ifPresent(code -> checks.text("criteria.institutionCode", code, MAX_INSTITUTION_CODE));
        criteria.fromFen().ifPresent(fen -> checks.sum("criteria.fromFen", fen));
        criteria.toFen().ifPresent(fen -> checks.sum("criteria.toFen", fen));
        checkDays(checks, "criteria.fromDays", criteria.fromDays());
        checkDays(checks, "criteria.toDays", criteria.toDays());
        checkOrder(checks, "criteria.toFen", criteria.fromFen(), criteria.toFen());
        checkOrder(checks, "criteria.toDays", criteria.fromDays(), criteria.toDays());
        if (criteria.except().size() > MAX_EXCEPT) {
            checks.reject(
                    "criteria.exceptPlanIds", "TOO_MANY", criteria.except().size() + " plans", "at most " + MAX_EXCEPT);
        }
        checks.refuse();
    }

    private static void checkDays(OfficerChecks checks, String field, Optional<Integer> days) {
        days.filter(given -> given < 0 || given > MAX_DAYS)
                .ifPresent(given -> checks.reject(field, "OUT_OF_RANGE", given.toString(), "0.." + MAX_DAYS));
    }

    private static <N extends Comparable<N>> void checkOrder(
            OfficerChecks checks, String field, Optional<N> from, Optional<N> to) {
        if (from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) < 0) {
            checks.reject(field, "OUT_OF_RANGE", to.get().toString(), "at least " + from.get());
        }
    }

    private static void requireAtMost(int max, int found, String purpose) {
        if (found > max) {
            throw new ServiceException.Refusal(
                    "TOO_MANY_PLANS",
                    "criteria: " + found + " plans or more (expected: at most " + max + " " + purpose + ")");
        }
    }

    /** A plan that is named by mistake would leave the one that was meant in the batch. */
    private static void requireFound(List<PlanId> except, List<Candidate> found) {
        Set<PlanId> ids = found.stream().map(Candidate::planId).collect(Collectors.toUnmodifiableSet());
        OfficerChecks checks = new OfficerChecks();
        except.stream()
                .filter(plan -> !ids.contains(plan))
                .forEach(plan -> checks.reject(
                        "criteria.exceptPlanIds",
                        "NOT_CHOSEN",
                        plan.toString(),
                        "a plan of the desk, institution and age that are asked for, which stands"));
        checks.refuse();
    }

    /** The plan, and why it is left out; empty when it pays another sum than is asked for, or does not stand any more. */
    private Uni<Optional<Judged>> judge(Candidate candidate, BatchCriteria criteria, Instant now) {
        return plans.view(candidate.planId().toString())
                .chain(stored -> isMeant(stored, criteria)
                        ? judge(stored, candidate, criteria, now).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static boolean isMeant(StoredPlan stored, BatchCriteria criteria) {
        return (stored.state() == PlanState.DRAFT || stored.state() == PlanState.PAYING)
                && criteria.meetsSum(stored.plan().paidFen());
    }

    private Uni<Judged> judge(StoredPlan stored, Candidate candidate, BatchCriteria criteria, Instant now) {
        PlanSummary plan = PlanSummary.of(stored.plan(), stored.state(), stored.digest());
        return firstReason(plan, candidate, criteria, now)
                .map(reason -> Uni.createFrom().item(leftOut(plan, reason, Set.of(), candidate)))
                .orElseGet(() -> readiness.check(stored).map(checked -> {
                    Set<Blocker> blockers = checked.readiness().blockers();
                    return blockers.isEmpty()
                            ? new Judged(plan, Optional.empty())
                            : leftOut(plan, Reason.NOT_READY, blockers, candidate);
                }));
    }

    private static Optional<Reason> firstReason(
            PlanSummary plan, Candidate candidate, BatchCriteria criteria, Instant now) {
        if (criteria.except().contains(plan.id())) {
            return Optional.of(Reason.EXCEPTED);
        }
        if (plan.state() == PlanState.PAYING) {
            return Optional.of(Reason.BEING_PAID);
        }
        if (candidate.openBatch().isPresent()) {
            return Optional.of(Reason.IN_BATCH);
        }
        if (plan.paidFen() == 0) {
            return Optional.of(Reason.NOTHING_TO_PAY);
        }
        boolean isApproved =
                candidate.approval().filter(approval -> approval.isValidAt(now)).isPresent();
        boolean isRejected = candidate.approval().filter(Approval::isRejected).isPresent();
        return switch (criteria.stage()) {
            case READY -> {
                if (isRejected) {
                    yield Optional.of(Reason.REJECTED_BEFORE);
                }
                yield isApproved
                                || candidate.approval().filter(Approval::isOpen).isPresent()
                        ? Optional.of(Reason.ALREADY_SUBMITTED)
                        : Optional.empty();
            }
            case APPROVED -> isApproved ? Optional.empty() : Optional.of(Reason.NOT_APPROVED);
            case REJECTED -> isRejected ? Optional.empty() : Optional.of(Reason.NOT_REJECTED);
        };
    }

    private static Judged leftOut(PlanSummary plan, Reason reason, Set<Blocker> blockers, Candidate candidate) {
        return new Judged(plan, Optional.of(new LeftOut(plan, reason, blockers, candidate.openBatch())));
    }

    /** Of the plans that pay the same victim the oldest one: paying it makes the others again. */
    private static Selection selection(List<Judged> judged) {
        List<Judged> sorted = judged.stream()
                .sorted(Comparator.comparing(each -> each.plan().id()))
                .toList();
        List<PlanSummary> chosen = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Set<CaseId> victims = new HashSet<>();
        for (Judged each : sorted) {
            Set<CaseId> cases = each.plan().cases();
            if (each.leftOut().isPresent()) {
                leftOut.add(each.leftOut().get());
            } else if (Collections.disjoint(victims, cases)) {
                chosen.add(each.plan());
                victims.addAll(cases);
            } else {
                leftOut.add(new LeftOut(each.plan(), Reason.SHARES_VICTIM, Set.of(), Optional.empty()));
            }
        }
        return new Selection(chosen, leftOut);
    }

    /** Not the whole plan: thousands are looked at. */
    private record Judged(PlanSummary plan, Optional<LeftOut> leftOut) {}
}
