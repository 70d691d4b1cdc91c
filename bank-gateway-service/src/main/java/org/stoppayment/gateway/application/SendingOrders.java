package org.stoppayment.gateway.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.stoppayment.gateway.domain.ApplicationId;
import org.stoppayment.gateway.domain.ExtensionOrder;
import org.stoppayment.gateway.domain.LiftOrder;
import org.stoppayment.gateway.domain.Outcome;
import org.stoppayment.gateway.domain.StopOrder;

/** Sends orders and inquiries to the institution that they are for. Keeps nothing: a lost outcome is inquired for. */
@ApplicationScoped
public class SendingOrders {

    private final InstitutionLines lines;

    SendingOrders(InstitutionLines lines) {
        this.lines = lines;
    }

    /** Sends an order to stop to the institution with this code. */
    public Uni<Outcome> stop(String institutionCode, StopOrder order) {
        return over(institutionCode, line -> line.stop(order));
    }

    /** Sends an order to lift to the institution with this code. */
    public Uni<Outcome> lift(String institutionCode, LiftOrder order) {
        return over(institutionCode, line -> line.lift(order));
    }

    /** Sends an order to extend a stop to the institution with this code. */
    public Uni<Outcome> extend(String institutionCode, ExtensionOrder order) {
        return over(institutionCode, line -> line.extend(order));
    }

    /** Asks the institution with this code what became of an order. */
    public Uni<Outcome> inquire(String institutionCode, ApplicationId id) {
        return over(institutionCode, line -> line.inquire(id));
    }

    private Uni<Outcome> over(String institutionCode, Function<InstitutionLine, Uni<Outcome>> call) {
        return lines.to(institutionCode).map(call).orElseGet(() -> Uni.createFrom()
                .item(new Outcome.NoRoute()));
    }
}
