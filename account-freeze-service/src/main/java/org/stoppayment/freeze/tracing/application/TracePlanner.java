package org.stoppayment.freeze.tracing.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.freeze.alerts.application.Alerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.books.application.BooksNotConserved;
import org.stoppayment.freeze.books.application.FundsEvents;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.books.domain.FundsMovement;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.views.PossibleDuplicate;
import org.stoppayment.freeze.rules.domain.AttentionRules;
import org.stoppayment.freeze.rules.domain.TracingRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.application.TraceStep.ClaimChange;
import org.stoppayment.freeze.tracing.domain.CaseGraph;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Claim;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Deciding;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Node;
import org.stoppayment.freeze.tracing.domain.CaseGraph.ReportedPayment;
import org.stoppayment.freeze.tracing.domain.DuplicateReports;
import org.stoppayment.freeze.tracing.domain.MoneyTrail;
import org.stoppayment.freeze.tracing.domain.MoneyTrail.Traced;
import org.stoppayment.freeze.tracing.domain.NotFollowed;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Works out the next step of a case's trace. Leaves to the database what only the database knows. */
@ApplicationScoped
public class TracePlanner {

    /** How long after a claim or an order a concurrent statement may run that does not see it yet. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final int MAX_MOVEMENTS = 2_000;

    private final OnwardOrders onward;
    private final FundsEvents events;
    private final TracingRules rules;
    private final AttentionRules attention;

    TracePlanner(OnwardOrders onward, FundsEvents events, TracingRules rules, AttentionRules attention) {
        this.onward = onward;
        this.events = events;
        this.rules = rules;
        this.attention = attention;
    }

    /** The step that follows from the graph; throws {@link BooksNotConserved} when money would be lost or made. */
    TraceStep plan(CaseGraph graph, Routing routing, Instant at) {
        try {
            return planned(graph, routing, at);
        } catch (IllegalArgumentException | ArithmeticException invalid) { // a negative sum, or an overflow
            throw new BooksNotConserved(invalid);
        }
    }

    private TraceStep planned(CaseGraph graph, Routing routing, Instant at) {
        MoneyTrail trail = MoneyTrail.over(graph, rules.tolerance());
        Plan plan = new Plan(graph, trail, routing, at);
        graph.nodes().forEach(plan::take);
        requireConserved(plan);
        List<DuplicateReports.Found> duplicates = DuplicateReports.in(graph, rules.tolerance());
        duplicates.forEach(found -> plan.alerts.add(alert(found)));
        return new TraceStep(
                graph.origin().caseId(),
                graph.version(),
                at,
                at.plus(LOOK_AGAIN),
                plan.claims,
                trail.traced().stream().filter(Traced::isChanged).toList(),
                plan.orders,
                events(graph, plan.movements, at),
                plan.alerts,
                duplicates.stream().map(DuplicateReports.Found::duplicate).toList(),
                graph.side().isContested());
    }

    private static Alerts.NewAlert alert(DuplicateReports.Found found) {
        PossibleDuplicate duplicate = found.duplicate();
        return new Alerts.NewAlert(
                Alert.Kind.POSSIBLE_DUPLICATE_REPORT,
                found.caseId(),
                duplicate.transferId(),
                1,
                "transfer " + duplicate.otherTransferId() + " of case " + duplicate.otherCaseId());
    }

    /** What leaves one account of the case enters another, and no account gives more than it got. */
    private static void requireConserved(Plan plan) {
        if (plan.onwardLessReceivedFen != 0
                || !plan.claims.stream().allMatch(claim -> claim.books().isConserved())) {
            throw new BooksNotConserved("onward less received: " + plan.onwardLessReceivedFen
                    + " fen (expected: 0, and no account that gave more than it got)");
        }
    }

    private List<OutboxEvent> events(CaseGraph graph, List<FundsMovement> movements, Instant at) {
        List<OutboxEvent> made = new ArrayList<>();
        for (int from = 0; from < movements.size(); from += MAX_MOVEMENTS) {
            int to = Math.min(movements.size(), from + MAX_MOVEMENTS);
            events.fundsMoved(graph.origin().caseId(), at, movements.subList(from, to))
                    .ifPresent(made::add);
        }
        return made;
    }

    private final class Plan {
        private final CaseGraph graph;
        private final MoneyTrail trail;
        private final Routing routing;
        private final Instant at;
        private final List<ClaimChange> claims = new ArrayList<>();
        private final List<StopOrder> orders = new ArrayList<>();
        private final List<FundsMovement> movements = new ArrayList<>();
        private final List<Alerts.NewAlert> alerts = new ArrayList<>();
        private long onwardLessReceivedFen;
        private int found;

        Plan(CaseGraph graph, MoneyTrail trail, Routing routing, Instant at) {
            this.graph = graph;
            this.trail = trail;
            this.routing = routing;
            this.at = at;
            this.found = graph.found();
        }

        void take(Node node) {
            List<Traced> into = trail.into(node.key());
            List<ReportedPayment> reported = trail.reportedInto(node.key());
            if (node.claim().isEmpty() && into.isEmpty() && reported.isEmpty()) {
                return; // the case's money has not reached it
            }
            AccountRef account = node.claim()
                    .map(Claim::account)
                    .or(() -> into.stream().findFirst().flatMap(traced -> traced.flow()
                            .payee()))
                    .orElseGet(() -> reported.get(0).payee());
            ClaimBooks before = node.claim().map(Claim::books).orElse(ClaimBooks.NONE);
            ClaimBooks after = booked(trail.books(node.key(), before), node, endedAt(node));
            requireReported(before, after);
            int level = level(node, reported);
            found += node.claim().isEmpty() ? 1 : 0;
            boolean isNew = node.claim().isEmpty() || before.reported().isZero() && !reported.isEmpty();
            boolean isWithoutOrder = !node.ordered() && (!into.isEmpty() || isNew);
            NotFollowed notFollowed = isWithoutOrder ? notFollowed(after, level) : NotFollowed.NONE;
            if (isWithoutOrder && notFollowed == NotFollowed.NONE && !isEnded(node)) {
                orders.add(onward.order(graph.origin(), account, level, after, into, reported, routing, at));
            }
            ClaimChange change = new ClaimChange(
                    account,
                    node.claim().map(Claim::revision),
                    level,
                    after,
                    notFollowed,
                    lookAgain(node, before, after));
            if (node.claim().map(claim -> isChanged(claim, change)).orElse(true)) {
                claims.add(change);
                if (endedAt(node).isEmpty()) {
                    UnheldClaims.alert(graph.origin().caseId(), node, after).ifPresent(alerts::add);
                    StopsOfOtherMoney.alert(graph.origin().caseId(), node, after)
                            .ifPresent(alerts::add);
                }
                if (endedAt(node).isEmpty()
                        || node.claim().filter(Claim::isFrozen).isPresent()) {
                    UnknownMoney.alert(graph.origin().caseId(), node, after, attention)
                            .ifPresent(alerts::add);
                }
                StoppedOwnAccounts.alert(graph, node).ifPresent(alerts::add);
                movements.addAll(before.movementsTo(after, account, node.order().map(Deciding::applicationId)));
                onwardLessReceivedFen = Math.addExact(onwardLessReceivedFen, onwardLessReceived(before, after));
            }
        }

        /** The sum of the reported transfers is the claim's, unless it turned out whose the accounts are. */
        private void requireReported(ClaimBooks before, ClaimBooks after) {
            if (!graph.side().isContested() && !after.reported().equals(before.reported())) {
                throw new BooksNotConserved(
                        "reported: " + before.reported().fen() + " fen (expected: the sum of the transfers, "
                                + after.reported().fen() + ")");
            }
        }

        /** Fewest transfers from a victim, by what was claimed, traced and reported. */
        private int level(Node node, List<ReportedPayment> reported) {
            return Stream.of(
                            node.claim().map(Claim::level),
                            trail.levelOf(node.key()),
                            reported.isEmpty() ? Optional.<Integer>empty() : Optional.of(1))
                    .flatMap(Optional::stream)
                    .min(Integer::compare)
                    .orElseThrow();
        }

        /** When the claim on the account ended by itself; a new claim of a withdrawn case has ended before it begins. */
        private Optional<Instant> endedAt(Node node) {
            return node.claim().map(Claim::endedAt).orElse(graph.withdrawnAt());
        }

        /** A claim that its case ended gets no order by itself: an officer stops the account again. */
        private static boolean isEnded(Node node) {
            return node.claim().flatMap(Claim::endedAt).isPresent();
        }

        private NotFollowed notFollowed(ClaimBooks books, int level) {
            if (graph.withdrawnAt().isPresent()) {
                return NotFollowed.CASE_WITHDRAWN;
            }
            if (books.tainted().compareTo(rules.threshold()) < 0) {
                return NotFollowed.BELOW_THRESHOLD;
            }
            if (level > rules.maxLevels()) {
                return NotFollowed.BEYOND_LEVEL;
            }
            return found > rules.maxNodes() ? NotFollowed.TOO_MANY_NODES : NotFollowed.NONE;
        }

        /** A change of another case's order does not update a claim that its statement cannot see yet. */
        private Optional<Instant> lookAgain(Node node, ClaimBooks before, ClaimBooks after) {
            if (node.waiting() && before.tainted().isZero() && !after.tainted().isZero()) {
                return Optional.of(at.plus(LOOK_AGAIN)); // the claim is active now: the waiting order may go out
            }
            boolean isRecent = node.claim()
                    .map(claim -> claim.claimedAt().isAfter(at.minus(LOOK_AGAIN)))
                    .orElse(true);
            return node.order()
                    .filter(order -> !order.caseId().equals(graph.origin().caseId()))
                    .filter(order -> isRecent || !order.phase().isSettled())
                    .map(order -> at.plus(LOOK_AGAIN));
        }
    }

    private static ClaimBooks booked(ClaimBooks traced, Node node, Optional<Instant> claimEndedAt) {
        ClaimBooks underStop = node.order()
                .map(deciding -> deciding.applyTo(traced, claimEndedAt))
                .orElseGet(traced::underNone);
        return node.claim()
                .flatMap(Claim::freeze)
                .map(freeze -> freeze.applyTo(underStop))
                .orElse(underStop);
    }

    private static boolean isChanged(Claim claim, ClaimChange change) {
        return claim.due()
                || claim.level() != change.level()
                || claim.notFollowed() != change.notFollowed()
                || !claim.books().equals(change.books());
    }

    private static long onwardLessReceived(ClaimBooks before, ClaimBooks after) {
        return after.onward().fen()
                - after.received().fen()
                - before.onward().fen()
                + before.received().fen();
    }
}
