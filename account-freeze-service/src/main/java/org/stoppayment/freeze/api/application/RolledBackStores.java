package org.stoppayment.freeze.api.application;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.parties.application.Parties;
import org.stoppayment.freeze.tracing.application.Traces;
import org.stoppayment.freeze.tracing.application.WaitingOrders;

/** Port: stores whose statements are executed in a transaction that is rolled back, for warm-ups. */
public interface RolledBackStores {

    /** Does work with stores of which nothing stays. */
    <T> Uni<T> run(Function<Stores, Uni<T>> work);

    /** What the hot path reads and writes. All parts share one transaction. */
    record Stores(StopOrders orders, Parties parties, Traces traces, WaitingOrders waiting, RaisingAlerts raising) {}
}
