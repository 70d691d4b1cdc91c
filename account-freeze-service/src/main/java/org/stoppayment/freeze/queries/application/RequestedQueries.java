package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.queries.application.CaseAccounts.CaseAccount;
import org.stoppayment.freeze.queries.application.HeldAccounts.Held;
import org.stoppayment.freeze.queries.domain.PageOfQuery;
import org.stoppayment.freeze.queries.domain.QueryApplication;
import org.stoppayment.freeze.queries.domain.QueryBasis;
import org.stoppayment.freeze.queries.domain.Question;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.Ids;

/** Places queries that nobody asked for. Each rests on the case's freeze of the account, or before there is one on the emergency. */
@ApplicationScoped
class RequestedQueries {

    private final OrderingQueries ordering;
    private final InstantSource clock;
    private final Ids ids;

    RequestedQueries(OrderingQueries ordering, InstantSource clock, Ids ids) {
        this.ordering = ordering;
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes a query durable and sends it; does not wait for the institution. */
    Uni<Void> place(Held held, CaseAccount account, Question question) {
        return ordering.place(new QueryApplication(
                        held.asking(),
                        account.account(),
                        question,
                        PageOfQuery.first(ids.newApplicationId()),
                        held.filing()
                                .map(QueryBasis::filed)
                                .orElseGet(() ->
                                        QueryBasis.emergency(organisation(account), Optional.of(account.reportedAt()))),
                        account.reason(),
                        Officer.SYSTEM,
                        clock.instant()))
                .replaceWithVoid();
    }

    private static String organisation(CaseAccount account) {
        return account.organisation().isBlank() ? Officer.SYSTEM.organisation() : account.organisation();
    }
}
