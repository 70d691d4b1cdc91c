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
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.batches.application.Candidates.Candidate;
import org.stoppayment.recovery.batches.application.Selection.LeftOut;
import org.stoppayment.recovery.batches.application.Selection.Reason;
import org.stoppayment.recovery.batches.domain.BatchCriteria;
import org.stoppayment.recovery.batches.domain.BatchCriteria.Stage;
import org.stoppayment.recovery.batches.domain.BatchLine.Approval;
import org.stoppayment.recovery.notices.application.CheckingReadiness;
import org.stoppayment.recovery.notices.domain.Readiness.Blocker;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.application.ViewingPlans;
import org.stoppayment.recovery.plans.domain.PlanState;

/** Chooses the plans of a batch by criteria. */
@ApplicationScoped
public class SelectingPlans {

    private static final int MAX_STATION = 100;
    private static final int MAX_INSTITUTION_CODE = 14;
    private static final int MAX_DAYS = 36_500;

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

    /** The plan, and why it is left out; empty when it pays another sum than is asked for, or does not stand any more. */
    private Uni<Optional<Judged>> judge(Candidate candidate, BatchCriteria criteria, Instant now) {
        return plans.view(candidate.planId().toString())
                .chain(stored -> isMeant(stored, criteria)
                        ? judge(stored, candidate, criteria.stage(), now).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static boolean isMeant(StoredPlan stored, BatchCriteria criteria) {
        return (stored.state() == PlanState.DRAFT || stored.state() == PlanState.PAYING)
                && criteria.meetsSum(stored.plan().paidFen());
    }

    private Uni<Judged> judge(StoredPlan stored, Candidate candidate, Stage stage, Instant now) {
        return firstReason(stored, candidate, stage, now)
                .map(reason -> Uni.createFrom().item(leftOut(stored, reason, Set.of(), candidate)))
                .orElseGet(() -> readiness.check(stored).map(checked -> {
                    Set<Blocker> blockers = checked.readiness().blockers();
                    return blockers.isEmpty()
                            ? new Judged(stored, Optional.empty())
                            : leftOut(stored, Reason.NOT_READY, blockers, candidate);
                }));
    }

    private static Optional<Reason> firstReason(StoredPlan stored, Candidate candidate, Stage stage, Instant now) {
        if (stored.state() == PlanState.PAYING) {
            return Optional.of(Reason.BEING_PAID);
        }
        if (candidate.openBatch().isPresent()) {
            return Optional.of(Reason.IN_BATCH);
        }
        if (stored.plan().paidFen() == 0) {
            return Optional.of(Reason.NOTHING_TO_PAY);
        }
        boolean isApproved =
                candidate.approval().filter(approval -> approval.isValidAt(now)).isPresent();
        boolean isRejected = candidate.approval().filter(Approval::isRejected).isPresent();
        return switch (stage) {
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

    private static Judged leftOut(StoredPlan stored, Reason reason, Set<Blocker> blockers, Candidate candidate) {
        return new Judged(stored, Optional.of(new LeftOut(stored, reason, blockers, candidate.openBatch())));
    }

    /** Of the plans that pay the same victim the oldest one: paying it makes the others again. */
    private static Selection selection(List<Judged> judged) {
        List<Judged> sorted = judged.stream()
                .sorted(Comparator.comparing(each -> each.stored().plan().id()))
                .toList();
        List<StoredPlan> chosen = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Set<CaseId> victims = new HashSet<>();
        for (Judged each : sorted) {
            Set<CaseId> cases = each.stored().plan().cases();
            if (each.leftOut().isPresent()) {
                leftOut.add(each.leftOut().get());
            } else if (Collections.disjoint(victims, cases)) {
                chosen.add(each.stored());
                victims.addAll(cases);
            } else {
                leftOut.add(new LeftOut(each.stored(), Reason.SHARES_VICTIM, Set.of(), Optional.empty()));
            }
        }
        return new Selection(chosen, leftOut);
    }

    private record Judged(StoredPlan stored, Optional<LeftOut> leftOut) {}
}
