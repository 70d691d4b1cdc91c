package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.dissuasion.application.NamingPayers;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.orders.domain.BookingsUpdate.Extent;
import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.freeze.queries.application.Queries.DueAnswer;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.KeptAnswer;
import org.stoppayment.freeze.queries.domain.QueryAnswer;
import org.stoppayment.freeze.shared.application.Sequence;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Applies what queries were told: bookings are traced, a holder's name is given to the dissuasion list. It is done right after the answer is
 * durable; what a crash left behind is due in the row. All of it may be repeated.
 */
@ApplicationScoped
public class ApplyingAnswers {

    private static final Logger LOG = Logger.getLogger(ApplyingAnswers.class);
    private static final int MAX_AT_ONCE = 50;

    private final Queries queries;
    private final StoredAnswers stored;
    private final TracingStatements tracing;
    private final NamingPayers naming;
    private final SendingConfig config;
    private final InstantSource clock;

    ApplyingAnswers(
            Queries queries,
            StoredAnswers stored,
            TracingStatements tracing,
            NamingPayers naming,
            SendingConfig config,
            InstantSource clock) {
        this.queries = queries;
        this.stored = stored;
        this.tracing = tracing;
        this.naming = naming;
        this.config = config;
        this.clock = clock;
    }

    /** Applies what a query was told, if that is due. */
    Uni<Void> apply(ApplicationId id) {
        return queries.claimAnswer(id)
                .chain(due ->
                        due.map(this::logged).orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .recoverWithNull();
    }

    /** Applies what is due. */
    public Uni<Void> applyDue() {
        return queries.claimAnswers(clock.instant(), config.lease(), MAX_AT_ONCE)
                .chain(this::applyAll);
    }

    private Uni<Void> applyAll(List<DueAnswer> due) {
        return Sequence.of(due, one -> logged(one));
    }

    /** A failure leaves it due. */
    private Uni<Void> logged(DueAnswer due) {
        return apply(due)
                .chain(() -> queries.applied(due))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the answer to query %s stays to be applied (%s)",
                        due.query().id(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> apply(DueAnswer due) {
        AccountQuery query = due.query();
        return switch (query.kind()) {
            case TRANSACTIONS -> statement(query);
            case WATCH ->
                tracing.trace(
                        query.application(),
                        ReportedBookings.union(due.reports().stream()
                                .map(report -> stored.report(report.content()))
                                .toList()),
                        Extent.UNKNOWN);
            case HOLDER -> holder(query);
            case BALANCE, ACCOUNTS, WATCH_END -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> holder(AccountQuery query) {
        return answers(List.of(query))
                .map(told -> told.get(0).holderName())
                .chain(name -> name.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : naming.name(query.application().account().key(), name));
    }

    /** A page is traced at once. Once all pages are there and whole, they are the whole statement. */
    private Uni<Void> statement(AccountQuery query) {
        return queries.pages(query.application().page().first()).chain(pages -> {
            boolean mayBeWhole = query.application().question().covers()
                    && pages.stream()
                            .allMatch(page ->
                                    page.answer().filter(KeptAnswer::isWhole).isPresent());
            return answers(mayBeWhole ? pages : List.of(query))
                    .chain(told -> tracing.trace(
                            query.application(),
                            ReportedBookings.union(
                                    told.stream().map(QueryAnswer::bookings).toList()),
                            mayBeWhole && isWhole(told) ? Extent.COMPLETE : extent(query)));
        });
    }

    /** What is told while more is owed may come again under another serial. */
    private static Extent extent(AccountQuery page) {
        return page.answer().filter(kept -> !kept.complete()).isPresent() ? Extent.PARTIAL : Extent.UNKNOWN;
    }

    private static boolean isWhole(List<QueryAnswer> pages) {
        return pages.get(pages.size() - 1).nextPageToken().isEmpty()
                && pages.stream().allMatch(page -> page.bookings().unreadable().isEmpty());
    }

    /** What the queries were answered, in their order. */
    private Uni<List<QueryAnswer>> answers(List<AccountQuery> answered) {
        List<ApplicationId> ids = answered.stream().map(AccountQuery::id).toList();
        return queries.answers(ids)
                .map(contents ->
                        ids.stream().map(contents::get).map(stored::answer).toList());
    }
}
