package org.stoppayment.freeze.api.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.function.Function;
import org.stoppayment.freeze.alerts.application.AlertHook;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.persistence.AlertStore;
import org.stoppayment.freeze.api.application.RolledBackStores;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.persistence.StopOrderStore;
import org.stoppayment.freeze.parties.persistence.CasePartiesReader;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.tracing.persistence.TraceStore;
import org.stoppayment.freeze.tracing.persistence.WaitingOrderStore;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.postgres.RolledBack;

/** Runs the statements of the hot path in a transaction that is rolled back. */
@ApplicationScoped
class RolledBackFreezeStores implements RolledBackStores {

    private final Pool pool;
    private final RuleSets ruleSets;
    private final OrderDueTimes dueTimes;
    private final AlertHook hook;
    private final InstantSource clock;
    private final Ids ids;

    RolledBackFreezeStores(
            Pool pool, RuleSets ruleSets, OrderDueTimes dueTimes, AlertHook hook, InstantSource clock, Ids ids) {
        this.pool = pool;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
        this.hook = hook;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public <T> Uni<T> run(Function<Stores, Uni<T>> work) {
        return RolledBack.run(pool, statements -> work.apply(stores(statements)));
    }

    private Stores stores(Pool statements) {
        RaisingAlerts raising = new RaisingAlerts(new AlertStore(statements), hook, ruleSets, clock, ids);
        return new Stores(
                new StopOrderStore(statements, ruleSets, dueTimes),
                new CasePartiesReader(statements),
                new TraceStore(statements, ruleSets, dueTimes, raising),
                new WaitingOrderStore(statements, dueTimes),
                raising);
    }
}
