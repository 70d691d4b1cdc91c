package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stoppayment.freeze.books.application.FundsEvents;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.OrderFlag;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.outbox.OutboxRelay;

/**
 * Makes what happened to an order durable: its state, its books, its bookings and its event in one commit. Where bookings say
 * something new about the way of the money, that is followed at once after it.
 */
@ApplicationScoped
public class RecordingAnswers {

    private static final int MAX_RELOADS = 8;

    private final StopOrders orders;
    private final Institutions institutions;
    private final ClaimChangeListener listener;
    private final FundsEvents events;
    private final OutboxRelay relay;
    private final RuleSets ruleSets;
    private final OrderDueTimes dueTimes;
    private final InstantSource clock;

    RecordingAnswers(
            StopOrders orders,
            Institutions institutions,
            ClaimChangeListener listener,
            FundsEvents events,
            OutboxRelay relay,
            RuleSets ruleSets,
            OrderDueTimes dueTimes,
            InstantSource clock) {
        this.orders = orders;
        this.institutions = institutions;
        this.listener = listener;
        this.events = events;
        this.relay = relay;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /** Records what came of a message to an institution. Ends once it is durable. */
    public Uni<Recorded> record(StopOrder order, Answer answer) {
        return ruleSets.named(order.ruleSet())
                .chain(rules -> record(order, answer, rules.stops(), clock.instant(), MAX_RELOADS));
    }

    private Uni<Recorded> record(StopOrder order, Answer answer, StopRules rules, Instant at, int reloads) {
        StopOrderEvent event = answer.either(happened -> happened, feedback -> feedback.toEvent(rules, at));
        StopOrder noted = answer.either(happened -> order, feedback -> order.answered(feedback, rules, at));
        Optional<StopOrder> after = noted.after(event, at);
        if (after.isEmpty()) {
            return answer.whatWasSaid()
                    .filter(order::hasNewInformation)
                    .map(feedback -> keep(order, feedback, at, reloads))
                    .orElseGet(() -> Uni.createFrom().item(Recorded.NOTHING_NEW));
        }
        return bookings(answer.whatWasSaid())
                .chain(bookings -> change(order.phase(), after.get(), at, Optional.of(event.cause()), bookings))
                .chain(done -> done.isPresent()
                        ? Uni.createFrom().item(Recorded.CHANGED)
                        : again(order, reloads).chain(current -> record(current, answer, rules, at, reloads - 1)))
                .onFailure(failure -> isBesideALiveOrder(failure, answer))
                .recoverWithUni(() -> keep(order, answer.whatWasSaid().orElseThrow(), at, reloads));
    }

    /** What is told later on counts as well, though the order stays where it is: of the money, or against what was said. */
    private Uni<Recorded> keep(StopOrder order, Feedback feedback, Instant at, int reloads) {
        return note(order, current -> current.recordReported(feedback), Optional.of(feedback), at, reloads)
                .replaceWith(Recorded.NOTHING_NEW);
    }

    /** An institution that stops an account after a no may find another order of ours there: that one counts. */
    private static boolean isBesideALiveOrder(Throwable failure, Answer answer) {
        return failure instanceof ServiceException.Refusal
                && answer.whatWasSaid().isPresent();
    }

    /** Notes something about an order, though it stays where it is, with the bookings that were told of. */
    private Uni<Void> note(
            StopOrder order, UnaryOperator<StopOrder> noting, Optional<Feedback> told, Instant at, int reloads) {
        return bookings(told)
                .chain(bookings -> change(order.phase(), noting.apply(order), at, Optional.empty(), bookings))
                .chain(done -> done.isPresent()
                        ? Uni.createFrom().voidItem()
                        : again(order, reloads).chain(current -> note(current, noting, told, at, reloads - 1)));
    }

    /** The bookings that were told of, to and from the accounts that they turn out to have gone to or come from. */
    private Uni<ReportedBookings> bookings(Optional<Feedback> feedback) {
        ReportedBookings reported = feedback.map(Feedback::bookings).orElse(ReportedBookings.NONE);
        return reported.isEmpty()
                ? Uni.createFrom().item(reported)
                : institutions.routing().map(reported::routed);
    }

    /** Moves an order by an event; empty when somebody else changed it in the meantime or the event says nothing new. */
    Uni<Optional<StopOrder>> move(StopOrder order, StopOrderEvent event, Instant at) {
        return order.after(event, at)
                .map(after -> change(order.phase(), after, at, Optional.of(event.cause()), ReportedBookings.NONE))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Notes an inquiry that brought nothing new, and when to inquire again. */
    Uni<Void> inquiredInVain(StopOrder order, Instant at) {
        return change(order.phase(), order.afterInquiry(at), at, Optional.empty(), ReportedBookings.NONE)
                .replaceWithVoid();
    }

    /** Notes an inquiry for bookings, what came of it, and when to inquire again, in one commit; no order moves by it. */
    Uni<Void> recordBookingsInquiry(StopOrder order, Answer answer) {
        Instant at = clock.instant();
        // What its machine left to a person, a person may have settled by telephone since: that again is no news.
        Optional<Feedback> told = answer.whatWasSaid().filter(feedback -> !feedback.needsPerson());
        return ruleSets.named(order.ruleSet())
                .chain(rules -> note(
                        order,
                        current -> current.afterBookingsInquiry(told, rules.doubt(), at),
                        told,
                        at,
                        MAX_RELOADS));
    }

    /** Notes something about an order that is worth a look; its state stays. */
    public Uni<Void> flag(StopOrder order, OrderFlag flag) {
        return note(order, current -> current.flagged(flag), Optional.empty(), clock.instant(), MAX_RELOADS);
    }

    /** Notes that an institution's word goes against what it said before of a stop; its first word counts. */
    public Uni<Void> contradicted(StopOrder order, String word) {
        return note(order, current -> current.contradicted(word), Optional.empty(), clock.instant(), MAX_RELOADS);
    }

    /** Makes a changed order durable; empty when somebody else changed it in the meantime. */
    private Uni<Optional<StopOrder>> change(
            Phase before, StopOrder after, Instant at, Optional<String> cause, ReportedBookings bookings) {
        return ruleSets.named(after.ruleSet()).chain(rules -> change(before, after, rules, at, cause, bookings));
    }

    private Uni<Optional<StopOrder>> change(
            Phase before,
            StopOrder after,
            RuleSet rules,
            Instant at,
            Optional<String> cause,
            ReportedBookings bookings) {
        // Where money has left the account, what is held follows from the way of the money.
        Optional<ClaimBooks> books = before != after.phase()
                        && after.phase() == Phase.IN_EFFECT
                        && bookings.outflows().isEmpty()
                ? Optional.of(after.state().applyTo(ClaimBooks.reported(after.tainted())))
                : Optional.empty();
        Optional<OutboxEvent> event = books.flatMap(target -> events.fundsMoved(
                after.caseId(),
                at,
                ClaimBooks.reported(after.tainted())
                        .movementsTo(target, after.account(), Optional.of(after.applicationId()))));
        OrderChange change = new OrderChange(
                before,
                after,
                at,
                cause,
                dueTimes.next(after, rules.doubt(), at),
                after.state().stop().flatMap(stop -> rules.stops().firstWarning(stop.expiresAt(), at)),
                books,
                bookings.outflows(),
                bookings.inflows(),
                event);
        return orders.change(change).map(written -> {
            event.filter(announced -> written.announced()).ifPresent(relay::handOver);
            listener.claimsChanged(written.dueCases());
            return written.changed() ? Optional.of(after.stored()) : Optional.empty();
        });
    }

    private Uni<StopOrder> again(StopOrder order, int reloads) {
        if (reloads == 0) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("order " + order.applicationId() + " keeps changing"));
        }
        return orders.find(order.applicationId()).map(Optional::orElseThrow);
    }
}
