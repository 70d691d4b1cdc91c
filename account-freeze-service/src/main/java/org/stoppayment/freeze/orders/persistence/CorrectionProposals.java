package org.stoppayment.freeze.orders.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionRules;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionRules.KnownInflow;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionRules.KnownTotal;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionRules.Reported;
import org.stoppayment.freeze.orders.domain.corrections.NameForms;
import org.stoppayment.freeze.orders.domain.views.OrderView;
import org.stoppayment.freeze.rules.domain.TracingRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.Rows;

/** Adds proposals of corrections to declined orders. Reads what they are made of, and only where an order can have one. */
@ApplicationScoped
class CorrectionProposals {

    private static final BatchStatement<List<StopOrder>> FIND_TRANSFERS = BatchStatement.<List<StopOrder>>of(
                    "sql/orders/find_transfers_to_correct.sql")
            .rows(
                    "orders",
                    RowParameters.<StopOrder>of()
                            .id("application_id", StopOrder::applicationId)
                            .id("case_id", StopOrder::caseId)
                            .text("institution_code", order -> order.account().institutionCode())
                            .text("account_number", order -> order.account().number()),
                    orders -> orders)
            .build();
    private static final BatchStatement<List<Sum>> FIND_INFLOWS = BatchStatement.<List<Sum>>of(
                    "sql/orders/find_inflows_of_sums.sql")
            .rows(
                    "sums",
                    RowParameters.<Sum>of()
                            .text("institution_code", sum -> sum.account().institutionCode())
                            .text("account_number", sum -> sum.account().number())
                            .bigint("amount_fen", Sum::fen),
                    sums -> sums)
            .build();

    private static final BatchStatement<List<AccountRef.Key>> FIND_TOTALS = BatchStatement.<List<AccountRef.Key>>of(
                    "sql/orders/find_known_totals.sql")
            .rows(
                    "accounts",
                    RowParameters.<AccountRef.Key>of()
                            .text("institution_code", AccountRef.Key::institutionCode)
                            .text("account_number", AccountRef.Key::number),
                    accounts -> accounts)
            .build();

    private final Pool pool;
    private final CorrectionRules rules;

    CorrectionProposals(Pool pool, TracingRules tracing) {
        this.pool = pool;
        this.rules = new CorrectionRules(new NameForms(SimplifiedCharacters::of), tracing.tolerance());
    }

    private record Sum(AccountRef.Key account, long fen) {}

    private record KnownMoney(Map<AccountRef.Key, List<KnownInflow>> inflows, Map<AccountRef.Key, KnownTotal> totals) {

        static final KnownMoney NONE = new KnownMoney(Map.of(), Map.of());
    }

    /** The views, declined orders with their proposals. An order of another case is that case's to correct. */
    Uni<List<OrderView>> addTo(List<OrderView> views) {
        List<StopOrder> declined = views.stream()
                .filter(view -> !view.joined() && rules.mayPropose(view.order()) && !isReplaced(view, views))
                .map(OrderView::order)
                .toList();
        if (declined.isEmpty()) {
            return Uni.createFrom().item(views);
        }
        return transfers(declined).chain(transfers -> knownMoney(declined, transfers)
                .chain(known -> offTheEventLoop(() -> views.stream()
                        .map(view -> withProposals(view, transfers, known))
                        .toList())));
    }

    /** So that the first name that is declined need not wait for the tables. */
    void atStartup(@Observes StartupEvent event) {
        Infrastructure.getDefaultWorkerPool().execute(SimplifiedCharacters::load);
    }

    /** Loading the tables would block the event loop; afterwards it is done at once. */
    private static <T> Uni<T> offTheEventLoop(Callable<T> work) {
        @Nullable Context context = Vertx.currentContext();
        return SimplifiedCharacters.isLoaded() || context == null
                ? Uni.createFrom().item(Unchecked.supplier(work::call))
                : UniHelper.toUni(context.executeBlocking(work, false));
    }

    /** Another order of ours came after it on the same account. */
    private static boolean isReplaced(OrderView view, List<OrderView> views) {
        return views.stream()
                .map(OrderView::order)
                .anyMatch(other ->
                        other.account().key().equals(view.order().account().key())
                                && other.placedAt().isAfter(view.order().placedAt()));
    }

    private Uni<Map<UUID, List<Reported>>> transfers(List<StopOrder> declined) {
        return FIND_TRANSFERS.execute(pool, declined).map(rows -> Rows.stream(rows)
                .collect(groupingBy(
                        row -> row.getUUID("application_id"), mapping(CorrectionProposals::reported, toList()))));
    }

    private static Reported reported(Row row) {
        return new Reported(
                new TransferId(row.getUUID("transfer_id")),
                row.getString("account_name"),
                Optional.ofNullable(row.getLong("amount_fen")).map(Money::ofFen),
                Rows.instant(row, "transferred_at"));
    }

    private Uni<KnownMoney> knownMoney(List<StopOrder> declined, Map<UUID, List<Reported>> transfers) {
        Set<Sum> sums = declined.stream()
                .flatMap(order -> rules.sumsToLookFor(order, of(order, transfers)).stream()
                        .map(fen -> new Sum(order.account().key(), fen)))
                .collect(Collectors.toSet());
        return sums.isEmpty()
                ? Uni.createFrom().item(KnownMoney.NONE)
                : inflows(List.copyOf(sums)).chain(inflows -> totals(
                                sums.stream().map(Sum::account).distinct().toList())
                        .map(totals -> new KnownMoney(inflows, totals)));
    }

    private Uni<Map<AccountRef.Key, List<KnownInflow>>> inflows(List<Sum> sums) {
        return FIND_INFLOWS.execute(pool, sums).map(rows -> Rows.stream(rows)
                .collect(groupingBy(
                        CorrectionProposals::account,
                        mapping(
                                row -> new KnownInflow(
                                        Money.ofFen(row.getLong("amount_fen")),
                                        Rows.instant(row, "booked_at").orElseThrow()),
                                toList()))));
    }

    private Uni<Map<AccountRef.Key, KnownTotal>> totals(List<AccountRef.Key> accounts) {
        return FIND_TOTALS.execute(pool, accounts).map(rows -> Rows.stream(rows)
                .collect(toMap(
                        CorrectionProposals::account,
                        row -> new KnownTotal(
                                Money.ofFen(row.getLong("total_fen")),
                                Rows.instant(row, "until").orElseThrow()))));
    }

    private static AccountRef.Key account(Row row) {
        return new AccountRef.Key(row.getString("institution_code"), row.getString("account_number"));
    }

    private OrderView withProposals(OrderView view, Map<UUID, List<Reported>> transfers, KnownMoney known) {
        List<Reported> reported = of(view.order(), transfers);
        AccountRef.Key account = view.order().account().key();
        return reported.isEmpty()
                ? view
                : view.proposing(rules.proposals(
                        view.order(),
                        reported,
                        known.inflows().getOrDefault(account, List.of()),
                        Optional.ofNullable(known.totals().get(account))));
    }

    private static List<Reported> of(StopOrder order, Map<UUID, List<Reported>> transfers) {
        return transfers.getOrDefault(order.applicationId().value(), List.of());
    }
}
