package org.stoppayment.freeze.orders.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.Dispatch;
import org.stoppayment.freeze.orders.domain.Route;
import org.stoppayment.freeze.orders.domain.StopApplication;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.orders.domain.placement.NamedTransfer;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

/** Makes orders: SENDING if there is a route, else MANUAL. */
@ApplicationScoped
public class StopOrderFactory {

    private final Institutions institutions;
    private final RuleSets ruleSets;

    StopOrderFactory(Institutions institutions, RuleSets ruleSets) {
        this.institutions = institutions;
        this.ruleSets = ruleSets;
    }

    /** An order that names {@code transfers}; without any it is a protective stop. */
    public StopOrder make(
            ApplicationId applicationId,
            CaseOrigin origin,
            AccountRef account,
            int level,
            Money tainted,
            List<NamedTransfer> transfers,
            Optional<ApplicationId> original,
            Route route,
            Instant at) {
        StopApplication application = new StopApplication(
                origin.caseId(),
                account,
                level,
                tainted,
                original,
                ruleSets.current().name());
        byte[] instruction = institutions.instruction(applicationId, origin, account, transfers, original, at);
        StopOrder order = StopOrder.queued(applicationId, application, new Dispatch(at, instruction, false));
        return dispatch(order, route, at);
    }

    /** A queued order, placed at {@code at}: SENDING if there is a route, else MANUAL. */
    public StopOrder dispatch(StopOrder queued, Route route, Instant at) {
        StopOrderEvent first = route.institutionCode().isPresent()
                ? new StopOrderEvent.Sent()
                : new StopOrderEvent.NeedsPerson(route.reason(), route.candidates());
        return queued.placedAt(at).after(first, at).orElseThrow();
    }
}
