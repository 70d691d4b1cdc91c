package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.application.InstitutionClient;
import org.stoppayment.gateway.orders.domain.CircuitState;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Query;

/** Calls one institution through its guard and its adapter, and measures the calls. */
final class GuardedClient implements InstitutionClient {

    private final String institution;
    private final CallMetrics metrics;
    private final ClockRefusals clock;
    private final InstitutionGuard guard;
    private final InstitutionAdapter adapter;

    GuardedClient(
            String institution,
            CallMetrics metrics,
            ClockRefusals clock,
            InstitutionGuard guard,
            InstitutionAdapter adapter) {
        this.institution = institution;
        this.metrics = metrics;
        this.clock = clock;
        this.guard = guard;
        this.adapter = adapter;
    }

    @Override
    public Uni<Outcome> send(Order order) {
        return call(order.name(), CallPriority.of(order), attempt -> adapter.send(order, attempt));
    }

    @Override
    public Uni<Outcome> inquire(ApplicationId id) {
        return call("inquire", CallPriority.RESEND, attempt -> adapter.inquire(id, attempt));
    }

    @Override
    public Uni<Outcome> inquire(Query.Subject query) {
        return call("inquire_query", CallPriority.RESEND, attempt -> adapter.inquire(query, attempt));
    }

    private Uni<Outcome> call(String name, CallPriority priority, Function<Attempt, Uni<Outcome>> exchange) {
        return metrics.measure(name, guard.call(priority, exchange))
                .invoke(outcome -> clock.note(institution, outcome));
    }

    @Override
    public CircuitState circuit() {
        return guard.circuit();
    }
}
