package org.stoppayment.gateway.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.StopOrder;

/** Sends orders and inquiries to institutions. Stores nothing: a caller that loses an outcome sends an inquiry. */
@ApplicationScoped
public class SendingOrders {

    private final InstitutionClients clients;

    SendingOrders(InstitutionClients clients) {
        this.clients = clients;
    }

    /** Sends an order to stop to the institution with this code. */
    public Uni<Outcome> stop(String institutionCode, StopOrder order) {
        return call(institutionCode, client -> client.stop(order));
    }

    /** Sends an order to lift to the institution with this code. */
    public Uni<Outcome> lift(String institutionCode, LiftOrder order) {
        return call(institutionCode, client -> client.lift(order));
    }

    /** Sends an order to extend a stop to the institution with this code. */
    public Uni<Outcome> extend(String institutionCode, ExtensionOrder order) {
        return call(institutionCode, client -> client.extend(order));
    }

    /** Asks the institution with this code for the state of an order. */
    public Uni<Outcome> inquire(String institutionCode, ApplicationId id) {
        return call(institutionCode, client -> client.inquire(id));
    }

    private Uni<Outcome> call(String institutionCode, Function<InstitutionClient, Uni<Outcome>> call) {
        return clients.of(institutionCode).map(call).orElseGet(() -> Uni.createFrom()
                .item(new Outcome.NoRoute()));
    }
}
