package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.queries.application.Queries.Changed;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.QueryEvent.Kind;
import org.stoppayment.freeze.queries.domain.QueryKind;
import org.stoppayment.freeze.queries.domain.QueryState;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.application.InFlightTracker;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Sends queries, and inquires about those in doubt and about what institutions owe of their answers. Does not wait for institutions. Any
 * number of replicas may run it at once.
 */
@ApplicationScoped
public class SendingQueries {

    private static final Logger LOG = Logger.getLogger(SendingQueries.class);
    private static final int MAX_AT_ONCE = 50;
    private static final int MAX_IN_FLIGHT_PER_INSTITUTION = 20;

    private final Queries queries;
    private final CaseAccounts cases;
    private final QueryGateway gateway;
    private final RecordingQueries recording;
    private final RuleSets ruleSets;
    private final SendingConfig config;
    private final InstantSource clock;
    private final InFlightTracker messages = new InFlightTracker();

    SendingQueries(
            Queries queries,
            CaseAccounts cases,
            QueryGateway gateway,
            RecordingQueries recording,
            RuleSets ruleSets,
            SendingConfig config,
            InstantSource clock) {
        this.queries = queries;
        this.cases = cases;
        this.gateway = gateway;
        this.recording = recording;
        this.ruleSets = ruleSets;
        this.config = config;
        this.clock = clock;
    }

    /** When a query that becomes durable now is due, unless this process has sent it by then. */
    Instant endOfLease() {
        return clock.instant().plus(config.lease());
    }

    /** Sends a query that has just become durable; returns at once. If that fails, the query is due when its lease ends. */
    void begin(AccountQuery queued, Instant leaseEnd) {
        start(queued, leaseEnd, step(queued));
    }

    /** Institutions with {@code max} or more messages in flight in this process. */
    Set<String> full(int max) {
        return messages.full(max);
    }

    /** Number of messages in flight in this process. */
    public int inFlight() {
        return messages.size();
    }

    /** Advances all due queries by one step; ends when each step has begun. */
    public Uni<Void> advance() {
        Instant leaseEnd = endOfLease();
        return queries.claimDue(
                        clock.instant(), config.lease(), MAX_AT_ONCE, messages.full(MAX_IN_FLIGHT_PER_INSTITUTION))
                .invoke(due -> due.forEach(one -> start(one, leaseEnd, step(one))))
                .chain(due -> isFull(due) ? advance() : Uni.createFrom().voidItem());
    }

    private static boolean isFull(List<AccountQuery> due) {
        return due.size() == MAX_AT_ONCE;
    }

    private void start(AccountQuery query, Instant leaseEnd, Uni<Void> step) {
        messages.start(
                query.application().account().institutionCode(),
                query.id(),
                clock.instant(),
                leaseEnd,
                logged(query, step));
    }

    /** Nothing is asked for a withdrawn case any more; its watches are ended, and an answer that still comes counts. */
    private Uni<Void> step(AccountQuery due) {
        if (due.kind() == QueryKind.WATCH_END) {
            return stepAnyway(due);
        }
        return cases.isWithdrawn(due.caseId()).chain(withdrawn -> withdrawn ? stop(due) : stepAnyway(due));
    }

    private Uni<Void> stop(AccountQuery due) {
        return due.state() == QueryState.QUEUED ? recording.callOff(due).replaceWithVoid() : recording.askNoMore(due);
    }

    private Uni<Void> stepAnyway(AccountQuery due) {
        return switch (due.state()) {
            case QUEUED -> sendOnce(due);
            case SENDING, ACCEPTED ->
                recording
                        .move(due, Kind.OVERDUE, QueryState.SENDING, QueryState.ACCEPTED)
                        .chain(doubted -> doubted.map(this::ask)
                                .orElseGet(() -> Uni.createFrom().voidItem()));
            case IN_DOUBT ->
                isBudgetSpent(due)
                        ? recording
                                .move(due, Kind.BUDGET_SPENT, QueryState.IN_DOUBT)
                                .replaceWithVoid()
                        : ask(due);
            case ANSWERED -> ask(due);
            case DECLINED, MANUAL -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> sendOnce(AccountQuery queued) {
        return recording
                .move(queued, Kind.SENT, QueryState.QUEUED)
                .chain(sending -> sending.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : gateway.send(sending.get())
                                .chain(reply -> recording.record(queued, reply))
                                .invoke(this::sendNextPage)
                                .replaceWithVoid());
    }

    private Uni<Void> ask(AccountQuery query) {
        return gateway.inquire(query)
                .chain(reply -> recording.record(query, reply))
                .invoke(this::sendNextPage)
                .chain(changed ->
                        isFinished(changed) ? Uni.createFrom().voidItem() : recording.recordUnfinishedInquiry(query));
    }

    /** What says something new may still owe a part: the pauses grow all the same. */
    private boolean isFinished(Optional<Changed> changed) {
        return changed.filter(one -> !one.query().needsInquiry(clock.instant())).isPresent();
    }

    private void sendNextPage(Optional<Changed> changed) {
        changed.flatMap(Changed::nextPage).ifPresent(next -> begin(next, endOfLease()));
    }

    private boolean isBudgetSpent(AccountQuery query) {
        return ruleSets.current().doubt().isBudgetSpent(query.progress().firstFailureAt(), clock.instant());
    }

    private static Uni<Void> logged(AccountQuery query, Uni<Void> step) {
        return step.onFailure()
                .invoke(failure -> LOG.warnf("query %s stays due (%s)", query.id(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
