package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Query;
import org.stoppayment.gateway.trial.application.TrialLine;
import org.stoppayment.gateway.trial.domain.Exchange;

/** Calls one institution and tells what was sent and received. */
final class RecordedLine implements TrialLine {

    private final InstitutionGuard guard;
    private final InstitutionAdapter adapter;
    private final LastExchange last;

    /** {@code last} is told by the adapter. */
    RecordedLine(InstitutionGuard guard, InstitutionAdapter adapter, LastExchange last) {
        this.guard = guard;
        this.adapter = adapter;
        this.last = last;
    }

    @Override
    public Uni<Exchange> send(Order order) {
        return call(attempt -> adapter.send(order, attempt));
    }

    @Override
    public Uni<Exchange> inquire(ApplicationId id) {
        return call(attempt -> adapter.inquire(id, attempt));
    }

    @Override
    public Uni<Exchange> inquire(Query.Subject query) {
        return call(attempt -> adapter.inquire(query, attempt));
    }

    private Uni<Exchange> call(Function<Attempt, Uni<Outcome>> exchange) {
        return Uni.createFrom().deferred(() -> {
            last.clear();
            return guard.call(CallPriority.FRESH, exchange).map(last::exchange);
        });
    }
}
