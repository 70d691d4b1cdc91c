package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.application.InstitutionClient;
import org.stoppayment.gateway.orders.domain.CircuitState;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.StopOrder;

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
    public Uni<Outcome> stop(StopOrder order) {
        return call("stop", priority(order), attempt -> adapter.stop(order, attempt));
    }

    @Override
    public Uni<Outcome> lift(LiftOrder order) {
        return call("lift", CallPriority.FRESH, attempt -> adapter.lift(order, attempt));
    }

    @Override
    public Uni<Outcome> extend(ExtensionOrder order) {
        return call("extend", CallPriority.FRESH, attempt -> adapter.extend(order, attempt));
    }

    @Override
    public Uni<Outcome> inquire(ApplicationId id) {
        return call("inquire", CallPriority.RESEND, attempt -> adapter.inquire(id, attempt));
    }

    private static CallPriority priority(StopOrder order) {
        if (order.resend()) {
            return CallPriority.RESEND;
        }
        return order.urgent() ? CallPriority.URGENT : CallPriority.FRESH;
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
