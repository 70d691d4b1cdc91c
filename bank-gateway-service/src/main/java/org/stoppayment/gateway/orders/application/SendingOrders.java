package org.stoppayment.gateway.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Query;

/** Sends orders and inquiries to institutions. Stores nothing: a caller that loses an outcome sends an inquiry. */
@ApplicationScoped
public class SendingOrders {

    private final InstitutionClients clients;

    SendingOrders(InstitutionClients clients) {
        this.clients = clients;
    }

    /** Sends an order to the institution with this code. */
    public Uni<Outcome> send(String institutionCode, Order order) {
        return call(institutionCode, client -> client.send(order));
    }

    /** Asks the institution with this code for the state of an order. */
    public Uni<Outcome> inquire(String institutionCode, ApplicationId id) {
        return call(institutionCode, client -> client.inquire(id));
    }

    /** Asks the institution with this code for the answer to a query. */
    public Uni<Outcome> inquire(String institutionCode, Query.Subject query) {
        return call(institutionCode, client -> client.inquire(query));
    }

    private Uni<Outcome> call(String institutionCode, Function<InstitutionClient, Uni<Outcome>> call) {
        return clients.of(institutionCode).map(call).orElseGet(() -> Uni.createFrom()
                .item(new Outcome.NoRoute()));
    }
}
