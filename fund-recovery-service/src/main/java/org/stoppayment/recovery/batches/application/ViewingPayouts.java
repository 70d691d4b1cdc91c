package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.LineState;
import org.stoppayment.recovery.payments.application.Payments;
import org.stoppayment.recovery.payments.domain.FreezeAllocation;
import org.stoppayment.recovery.payments.domain.FreezeAllocation.Part;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.plans.application.ViewingPlans;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.shared.application.Page;

/** Shows what victims get by a batch: each payout out of each freeze, and its payment once it is ordered. */
@ApplicationScoped
public class ViewingPayouts {

    private final ViewingBatches viewing;
    private final ViewingPlans plans;
    private final Payments payments;
    private final Candidates candidates;
    private final SeparateWork separate;

    ViewingPayouts(
            ViewingBatches viewing,
            ViewingPlans plans,
            Payments payments,
            Candidates candidates,
            SeparateWork separate) {
        this.viewing = viewing;
        this.plans = plans;
        this.payments = payments;
        this.candidates = candidates;
        this.separate = separate;
    }

    /**
     * What one victim gets of a plan out of one freeze.
     *
     * @param line the plan, as a part of the batch
     * @param account the frozen account
     * @param part the sum, the victim and the freeze
     * @param station the desk that took the victim's report; empty while it is not known
     * @param payment the payment, once it is ordered
     */
    public record BatchPayout(
            BatchLine line, PlannedAccount account, Part part, Optional<String> station, Optional<Payment> payment) {}

    /** The payouts of a page of plans; fails with {@link org.stoppayment.kernel.ServiceException.NotFound} when there is no such batch. */
    public Uni<Page<BatchPayout>> list(String batchId, int pageSize, String after) {
        return viewing.lines(batchId, pageSize, after).chain(page -> Multi.createFrom()
                .iterable(page.rows())
                .onItem()
                .transformToUni(line -> separate.run(() -> payouts(line)))
                .concatenate()
                .collect()
                .asList()
                .map(found -> new Page<>(found.stream().flatMap(List::stream).toList(), page.nextToken())));
    }

    private Uni<List<BatchPayout>> payouts(BatchLine line) {
        return plans.view(line.plan().planId().toString())
                .chain(stored -> candidates.stations(stored.plan().cases()).chain(stations -> payments.ofPlan(
                                stored.plan().id())
                        .map(paid -> payouts(line, stored.plan(), stations, ofBatch(line, paid)))));
    }

    /** What a plan was paid is told once: by the open batch that has it. */
    private static Map<Key, Payment> ofBatch(BatchLine line, List<Payment> payments) {
        return line.state() == LineState.IN_OTHER_BATCH
                ? Map.of()
                : payments.stream().collect(Collectors.toUnmodifiableMap(Key::of, payment -> payment));
    }

    /** Out of each freeze, each victim of a plan is paid once. */
    private record Key(UUID freezeId, CaseId caseId) {

        static Key of(Payment payment) {
            return new Key(payment.order().freezeId(), payment.order().caseId());
        }

        static Key of(Part part) {
            return new Key(part.freeze().id(), caseOf(part));
        }
    }

    private static List<BatchPayout> payouts(
            BatchLine line, RefundPlan plan, Map<CaseId, String> stations, Map<Key, Payment> payments) {
        return plan.accounts().stream()
                .flatMap(account -> FreezeAllocation.of(account).stream()
                        .map(part -> new BatchPayout(
                                line,
                                account,
                                part,
                                Optional.ofNullable(stations.get(caseOf(part))),
                                Optional.ofNullable(payments.get(Key.of(part))))))
                .toList();
    }

    private static CaseId caseOf(Part part) {
        return part.payout().payout().claim().caseId();
    }
}
