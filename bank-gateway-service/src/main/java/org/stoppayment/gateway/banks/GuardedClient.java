package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.application.InstitutionClient;
import org.stoppayment.gateway.orders.domain.CircuitState;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.StopOrder;

/** Calls one institution through its guard and its adapter, and measures the calls. */
final class GuardedClient implements InstitutionClient {

    private final CallMetrics metrics;
    private final InstitutionGuard guard;
    private final InstitutionAdapter adapter;

    GuardedClient(CallMetrics metrics, InstitutionGuard guard, InstitutionAdapter adapter) {
        this.metrics = metrics;
        this.guard = guard;
        this.adapter = adapter;
    }

    @Override
    public Uni<Outcome> stop(StopOrder order) {
        return metrics.measure("stop", guard.call(order.urgent(), attempt -> adapter.stop(order, attempt)));
    }

    @Override
    public Uni<Outcome> lift(LiftOrder order) {
        return metrics.measure("lift", guard.call(false, attempt -> adapter.lift(order, attempt)));
    }

    @Override
    public Uni<Outcome> extend(ExtensionOrder order) {
        return metrics.measure("extend", guard.call(false, attempt -> adapter.extend(order, attempt)));
    }

    @Override
    public Uni<Outcome> inquire(ApplicationId id) {
        return metrics.measure("inquire", guard.call(false, attempt -> adapter.inquire(id, attempt)));
    }

    @Override
    public CircuitState circuit() {
        return guard.circuit();
    }
}
