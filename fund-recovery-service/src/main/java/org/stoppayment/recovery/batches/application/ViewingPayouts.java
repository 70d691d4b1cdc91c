package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.LineState;
import org.stoppayment.recovery.batches.domain.RefundBatch;
import org.stoppayment.recovery.payments.application.Payments;
import org.stoppayment.recovery.payments.domain.FreezeAllocation;
import org.stoppayment.recovery.payments.domain.FreezeAllocation.Part;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.plans.application.ViewingPlans;
import org.stoppayment.recovery.plans.domain.RefundMethod;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.shared.application.Page;
import org.stoppayment.recovery.shared.domain.AccountRef;

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
     * @param method how it is divided
     * @param part the sum, the victim and the freeze
     * @param station the desk that took the victim's report; empty while it is not known
     * @param payment the payment, once it is ordered
     */
    public record BatchPayout(
            BatchLine line,
            AccountRef.Key account,
            RefundMethod method,
            Part part,
            Optional<String> station,
            Optional<Payment> payment) {}

    /**
     * A page of payouts, by the numbers of their plans; a plan with many payouts is divided between pages. Fails with {@link
     * org.stoppayment.kernel.ServiceException.NotFound} when there is no such batch.
     */
    public Uni<Page<BatchPayout>> list(String batchId, int pageSize, String token) {
        int size = Page.size(pageSize);
        PayoutPosition after = PayoutPosition.of(token);
        return viewing.require(batchId)
                .chain(batch -> read(batch, after, size + 1))
                .map(found -> Page.of(found, size, Numbered::token))
                .map(page ->
                        new Page<>(page.rows().stream().map(Numbered::payout).toList(), page.nextToken()));
    }

    private Uni<List<Numbered>> read(RefundBatch batch, PayoutPosition after, int max) {
        return viewing.linesFrom(
                        batch,
                        after.line(),
                        max + 1) // a plan of a batch pays somebody, and all of the first may be told
                .chain(lines -> read(lines.iterator(), after, max, new ArrayList<>()));
    }

    /** Reads one plan after the other until there are enough payouts, so that no more than one whole plan is in memory. */
    private Uni<List<Numbered>> read(Iterator<BatchLine> lines, PayoutPosition after, int max, List<Numbered> found) {
        if (found.size() >= max || !lines.hasNext()) {
            return Uni.createFrom().item(found);
        }
        BatchLine line = lines.next();
        return separate.run(() -> payouts(line)).chain(all -> {
            numbered(line, all, after).limit(max - found.size()).forEach(found::add);
            return read(lines, after, max, found);
        });
    }

    /** The payouts of a plan that are not on a page before. */
    private static Stream<Numbered> numbered(BatchLine line, List<BatchPayout> all, PayoutPosition after) {
        int from = line.number() == after.line() ? after.payout() : 0;
        return IntStream.range(from, all.size())
                .mapToObj(i -> new Numbered(new PayoutPosition(line.number(), i + 1), all.get(i)));
    }

    private record Numbered(PayoutPosition position, BatchPayout payout) {

        String token() {
            return position.toString();
        }
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
                                account.shares().account(),
                                account.method(),
                                part,
                                Optional.ofNullable(stations.get(caseOf(part))),
                                Optional.ofNullable(payments.get(Key.of(part))))))
                .toList();
    }

    private static CaseId caseOf(Part part) {
        return part.payout().payout().claim().caseId();
    }
}
