package org.stoppayment.freeze.tracing.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.application.StopOrderFactory;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.orders.domain.placement.NamedTransfer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Flow;
import org.stoppayment.freeze.tracing.domain.CaseGraph.ReportedPayment;
import org.stoppayment.freeze.tracing.domain.MoneyTrail.Traced;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.Ids;

/** Makes the orders of the next level. They name the transfers as the paying institutions booked them, without the taint. */
@ApplicationScoped
class OnwardOrders {

    /** One matching transfer is enough for the institution; no order needs ten thousand. */
    private static final int MAX_TRANSFERS = 500;

    private static final String CURRENCY = "CNY";

    private final StopOrderFactory factory;
    private final Ids ids;

    OnwardOrders(StopOrderFactory factory, Ids ids) {
        this.factory = factory;
        this.ids = ids;
    }

    /** The order for an account to which {@code into} brought tainted money; it names {@code reported} transfers if there are no others. */
    StopOrder order(
            CaseOrigin origin,
            AccountRef account,
            int level,
            ClaimBooks books,
            List<Traced> into,
            List<ReportedPayment> reported,
            Routing routing,
            Instant at) {
        Stream<NamedTransfer> named = into.isEmpty()
                ? reported.stream().map(OnwardOrders::named)
                : into.stream().map(traced -> named(traced.flow()));
        List<NamedTransfer> transfers = named.limit(MAX_TRANSFERS).toList();
        return factory.make(
                ids.newApplicationId(),
                origin,
                account,
                level,
                books.tainted(),
                transfers,
                Optional.empty(),
                routing.to(account),
                at);
    }

    private static NamedTransfer named(ReportedPayment payment) {
        return new NamedTransfer(
                new AccountRef(
                        payment.payer().institutionCode(), payment.payer().number(), "", AccountKind.UNSPECIFIED),
                Optional.of(Money.ofFen(payment.transfer().fen())),
                CURRENCY,
                payment.transfer().transferredAt(),
                payment.transfer().serial());
    }

    private static NamedTransfer named(Flow flow) {
        return new NamedTransfer(
                flow.payer(), Optional.of(flow.amount()), CURRENCY, Optional.of(flow.bookedAt()), flow.serial());
    }
}
