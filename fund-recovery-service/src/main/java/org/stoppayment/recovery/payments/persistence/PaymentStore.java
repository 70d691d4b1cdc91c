package org.stoppayment.recovery.payments.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.outbox.OutboxRelay;
import org.stoppayment.kit.postgres.SqlStates;
import org.stoppayment.recovery.payments.application.PaymentEvents;
import org.stoppayment.recovery.payments.application.Payments;
import org.stoppayment.recovery.payments.application.ReceiptOfAnotherPayment;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentEvent;
import org.stoppayment.recovery.payments.domain.PaymentState;
import org.stoppayment.recovery.payments.domain.Receipt;
import org.stoppayment.recovery.shared.persistence.UnitOfWork;

/** Payments in Postgres. */
@ApplicationScoped
class PaymentStore implements Payments, PanacheRepositoryBase<PaymentEntity, UUID> {

    private static final List<PaymentState> ENDED =
            List.of(PaymentState.PAID, PaymentState.DECLINED, PaymentState.RETURNED);

    private final UnitOfWork units;
    private final OrderedPlans plans;
    private final PaymentEffects effects;
    private final PaymentEvents events;
    private final OutboxRelay relay;
    private final InstantSource clock;

    PaymentStore(
            UnitOfWork units,
            OrderedPlans plans,
            PaymentEffects effects,
            PaymentEvents events,
            OutboxRelay relay,
            InstantSource clock) {
        this.units = units;
        this.plans = plans;
        this.effects = effects;
        this.events = events;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> order(PlanId planId, List<Payment> payments, Instant dueAt, Instant now) {
        return units.transaction(() -> Panache.getSession().chain(session -> plans.begin(session, planId, now)
                .call(isNew -> isNew
                        ? session.persistAll(payments.stream()
                                .map(payment -> PaymentEntity.of(payment, dueAt))
                                .toArray())
                        : Uni.createFrom().voidItem())));
    }

    @Override
    public Uni<List<Payment>> ofPlan(PlanId planId) {
        return units.reading(
                () -> list("planId = ?1 order by paymentId", planId.value()).chain(this::payments));
    }

    @Override
    public Uni<Optional<Payment>> find(PaymentId id) {
        return units.reading(() -> findById(id.value())
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : payments(List.of(row)).map(found -> Optional.of(found.get(0)))));
    }

    @Override
    public Uni<List<Payment>> list(Filter filter, int max, Instant now) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        filter.planId().ifPresent(planId -> {
            conditions.add("planId = :planId");
            parameters.put("planId", planId.value());
        });
        filter.caseId().ifPresent(caseId -> {
            conditions.add("caseId = :caseId");
            parameters.put("caseId", caseId.value());
        });
        filter.before().ifPresent(before -> {
            conditions.add("paymentId < :before");
            parameters.put("before", before.value());
        });
        if (filter.needsAttention()) {
            conditions.add(
                    "(state in :odd or paidFen > 0 and paidFen <> amountFen or state not in :ended and deadlineAt < :now)");
            parameters.put("odd", List.of(PaymentState.MANUAL, PaymentState.DECLINED, PaymentState.RETURNED));
            parameters.put("ended", ENDED);
            parameters.put("now", now);
        }
        return units.reading(() -> find(String.join(" and ", conditions) + " order by paymentId desc", parameters)
                .range(0, max - 1)
                .<PaymentEntity>list()
                .chain(this::payments));
    }

    @Override
    public Uni<List<Payment>> claimDue(Instant now, Duration lease, int max) {
        return units.transaction(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from PaymentEntity where dueAt <= :now order by dueAt", PaymentEntity.class)
                        .setParameter("now", now)
                        .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                        .setMaxResults(max)
                        .getResultList())
                .chain(rows -> payments(rows).map(found -> claimed(rows, found, now, now.plus(lease)))));
    }

    private static List<Payment> claimed(List<PaymentEntity> rows, List<Payment> found, Instant now, Instant leaseEnd) {
        Map<UUID, PaymentEntity> byId = rows.stream().collect(Collectors.toMap(row -> row.paymentId, row -> row));
        return found.stream()
                .map(payment -> begun(payment, now))
                .peek(payment -> Optional.ofNullable(byId.get(payment.id().value()))
                        .orElseThrow()
                        .write(payment, Optional.of(leaseEnd)))
                .toList();
    }

    /** One that waits is sent; one whose answer did not come in time may have reached the institution. */
    private static Payment begun(Payment payment, Instant now) {
        return payment.after(PaymentEvent.SENT, "", payment.detail(), now)
                .or(() -> payment.state() == PaymentState.SENDING
                        ? payment.after(PaymentEvent.UNANSWERED, "", "LEASE_ENDED", now)
                        : Optional.empty())
                .orElse(payment);
    }

    @Override
    public Uni<Optional<Payment>> change(
            PaymentId id, Function<Payment, Optional<Payment>> change, Function<Payment, Optional<Instant>> nextDue) {
        List<OutboxEvent> told = new ArrayList<>();
        return units.transaction(() -> findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                        .chain(row -> payments(List.of(row)).chain(found -> change.apply(found.get(0))
                                .map(after -> write(row, found.get(0), after, nextDue.apply(after), told)
                                        .replaceWith(Optional.of(after)))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty())))))
                .onFailure(SqlStates::isUniqueViolation)
                .transform(failure -> new ReceiptOfAnotherPayment()) // the only value of a change that must be unique
                .invoke(() -> relay.handOver(told));
    }

    private Uni<Void> write(
            PaymentEntity row, Payment before, Payment after, Optional<Instant> nextDue, List<OutboxEvent> told) {
        Instant now = clock.instant();
        row.write(after, nextDue);
        boolean isTold = after.revision() > before.revision();
        boolean matters = isTold
                || after.committedFen() != before.committedFen()
                || after.state().hasEnded() && !before.state().hasEnded();
        return Panache.getSession().chain(session -> receipts(before, after, now)
                .chain(() -> {
                    if (!isTold) {
                        return Uni.createFrom().voidItem();
                    }
                    OutboxEvent event = events.changed(after, now);
                    told.add(event);
                    return session.persist(OutboxEntity.of(event));
                })
                .chain(() -> matters
                        ? session.flush().chain(() -> effects.of(session, after, now))
                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Void> receipts(Payment before, Payment after, Instant now) {
        List<Receipt> changed = after.receipts().stream()
                .filter(receipt -> !before.receipts().contains(receipt))
                .toList();
        Set<String> known = before.receipts().stream().map(Receipt::id).collect(Collectors.toSet());
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Receipt receipt : changed) {
            written = written.chain(() -> write(after, receipt, known.contains(receipt.id()), now));
        }
        return written;
    }

    /** The row of one that is known is in the session. */
    private static Uni<Void> write(Payment payment, Receipt receipt, boolean isKnown, Instant now) {
        return Panache.getSession()
                .chain(session -> isKnown
                        ? session.find(ReceiptEntity.class, ReceiptEntity.key(payment, receipt))
                                .invoke(row -> row.write(receipt))
                                .replaceWithVoid()
                        : session.persist(ReceiptEntity.of(payment, receipt, now)));
    }

    /** A receipt has a sum above zero: a payment of which nothing is paid has none. */
    private Uni<List<Payment>> payments(List<PaymentEntity> rows) {
        List<UUID> paid = rows.stream()
                .filter(row -> row.paidFen > 0)
                .map(row -> row.paymentId)
                .toList();
        return receiptsOf(paid).map(receipts -> rows.stream()
                .map(row -> row.payment(receipts.getOrDefault(row.paymentId, List.of())))
                .toList());
    }

    private static Uni<Map<UUID, List<Receipt>>> receiptsOf(Collection<UUID> paymentIds) {
        if (paymentIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from ReceiptEntity where key.paymentId in :ids", ReceiptEntity.class)
                        .setParameter("ids", paymentIds)
                        .getResultList())
                .map(rows -> rows.stream()
                        .sorted(Comparator.comparing((ReceiptEntity row) -> row.paidAt)
                                .thenComparing(row -> row.key.receiptId()))
                        .collect(Collectors.groupingBy(
                                row -> row.key.paymentId(),
                                Collectors.mapping(ReceiptEntity::receipt, Collectors.toList()))));
    }
}
