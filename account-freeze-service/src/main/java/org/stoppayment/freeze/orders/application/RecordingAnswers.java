package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.stoppayment.freeze.books.application.FundsEvents;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.BookingsUpdate;
import org.stoppayment.freeze.orders.domain.BookingsUpdate.Extent;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.domain.FreezeOfStop;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.OrderFlag;
import org.stoppayment.freeze.orders.domain.PendingOutflows;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.outbox.OutboxRelay;

/**
 * Makes what happened to an order durable: its state, books, bookings and event in one commit. Bookings that say something new
 * about the money are traced right after it.
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

    public RecordingAnswers(
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

    /** Records the outcome of a message to an institution. Ends once it is durable. */
    public Uni<RecordOutcome> record(StopOrder order, Answer answer) {
        return ruleSets.named(order.ruleSet())
                .chain(rules -> record(order, answer, rules.stops(), clock.instant(), MAX_RELOADS));
    }

    private Uni<RecordOutcome> record(StopOrder order, Answer answer, StopRules rules, Instant at, int reloads) {
        StopOrderEvent event =
                answer.either(happened -> happened, feedback -> feedback.toEvent(rules, order.placedAt(), at));
        StopOrder noted = answer.either(happened -> order, feedback -> order.answered(feedback, rules, at));
        Optional<StopOrder> after = noted.after(event, at);
        if (after.isEmpty()) {
            return answer.reply()
                    .filter(order::hasNewInformation)
                    .map(feedback -> keep(order, feedback, rules, at, reloads))
                    .orElseGet(() -> Uni.createFrom().item(RecordOutcome.NOTHING_NEW));
        }
        return bookings(order, told(answer.reply()))
                .chain(bookings -> change(order, after.get(), at, Optional.of(event.cause()), bookings))
                .chain(done -> done.isPresent()
                        ? Uni.createFrom().item(RecordOutcome.CHANGED)
                        : reload(order, reloads).chain(current -> record(current, answer, rules, at, reloads - 1)))
                .onFailure(failure -> isBesideLiveOrder(failure, answer))
                .recoverWithUni(() -> keep(order, answer.reply().orElseThrow(), rules, at, reloads));
    }

    /** Records a later report that does not move the order but has bookings, completes its stop or contradicts what was said. */
    private Uni<RecordOutcome> keep(StopOrder order, Feedback feedback, StopRules rules, Instant at, int reloads) {
        return note(
                        order,
                        current -> current.recordReported(feedback, rules, at),
                        told(Optional.of(feedback)),
                        at,
                        reloads)
                .replaceWith(RecordOutcome.NOTHING_NEW);
    }

    /** The institution stopped the account after it had declined, and another order of ours is live there: that one counts. */
    private static boolean isBesideLiveOrder(Throwable failure, Answer answer) {
        return failure instanceof ServiceException.Refusal && answer.reply().isPresent();
    }

    /** Notes something about an order that does not move, with the reported bookings. */
    private Uni<Void> note(
            StopOrder order, UnaryOperator<StopOrder> noting, BookingsUpdate told, Instant at, int reloads) {
        return bookings(order, told)
                .chain(bookings -> change(order, noting.apply(order), at, Optional.empty(), bookings))
                .chain(done -> done.isPresent()
                        ? Uni.createFrom().voidItem()
                        : reload(order, reloads).chain(current -> note(current, noting, told, at, reloads - 1)));
    }

    private static BookingsUpdate told(Optional<Feedback> reply) {
        return reply.map(feedback -> BookingsUpdate.of(feedback.bookings(), feedback.extent()))
                .orElse(BookingsUpdate.NONE);
    }

    /** What is told of bookings, with each party at the institution that it is routed to. */
    private Uni<BookingsUpdate> bookings(StopOrder order, BookingsUpdate told) {
        ReportedBookings bookings = told.reported();
        Uni<ReportedBookings> routed = bookings.isEmpty()
                ? Uni.createFrom().item(bookings)
                : institutions.routing().map(bookings::routed);
        return routed.chain(reported -> told.extent() == Extent.COMPLETE && order.mayHavePendingOutflows()
                ? resolve(order, reported)
                : Uni.createFrom().item(BookingsUpdate.of(reported, told.extent())));
    }

    /** The order's version guards what was read: only its own answers make outflows pending, or end that. */
    private Uni<BookingsUpdate> resolve(StopOrder order, ReportedBookings reported) {
        return ruleSets.named(order.ruleSet()).chain(rules -> orders.storedOutflows(order)
                .map(stored -> PendingOutflows.resolve(
                        reported, stored, rules.tracing().tolerance())));
    }

    /** Moves an order by an event; empty when it has changed in the meantime or the event says nothing new. */
    Uni<Optional<StopOrder>> move(StopOrder order, StopOrderEvent event, Instant at) {
        return order.after(event, at)
                .map(after -> change(order, after, at, Optional.of(event.cause()), BookingsUpdate.NONE))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Declines an order here, without an answer of the institution; empty when it has changed in the meantime. */
    public Uni<Optional<StopOrder>> dismiss(StopOrder order, StopOrderEvent.Dismissed event) {
        Instant at = clock.instant();
        return order.dismissed(event, at)
                .map(after -> change(order, after, at, Optional.of(event.cause()), BookingsUpdate.NONE))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Notes an inquiry that brought nothing new, and when the next one is due. */
    Uni<Void> recordEmptyInquiry(StopOrder order, Instant at) {
        return change(order, order.afterInquiry(at), at, Optional.empty(), BookingsUpdate.NONE)
                .replaceWithVoid();
    }

    /** Notes an inquiry for bookings, its answer and when the next one is due, in one commit; the order does not move. */
    Uni<Void> recordBookingsInquiry(StopOrder order, Answer answer) {
        Instant at = clock.instant();
        // A MANUAL result is ignored: a person may have settled it by telephone since.
        Optional<Feedback> reply = answer.reply().filter(feedback -> !feedback.needsPerson());
        return ruleSets.named(order.ruleSet())
                .chain(rules -> note(
                        order,
                        current -> current.afterBookingsInquiry(reply, rules.doubt(), rules.stops(), at),
                        told(reply),
                        at,
                        MAX_RELOADS));
    }

    /** Records bookings of an order's account that its institution told in another answer; the order does not move. */
    public Uni<Void> recordStatement(StopOrder order, ReportedBookings bookings, Extent extent) {
        return note(
                order,
                current -> current.recordStatement(bookings, extent == Extent.COMPLETE),
                BookingsUpdate.of(bookings, extent),
                clock.instant(),
                MAX_RELOADS);
    }

    /** Flags an order for a person; its state stays. */
    public Uni<Void> flag(StopOrder order, OrderFlag flag) {
        return note(order, current -> current.flagged(flag), BookingsUpdate.NONE, clock.instant(), MAX_RELOADS);
    }

    /** Notes that an institution contradicts what it said before of a stop, unless a freeze has taken it over; what it said first counts. */
    public Uni<Void> contradicted(StopOrder order, String summary) {
        UnaryOperator<StopOrder> noting =
                current -> current.phase() == Phase.FROZEN ? current : current.contradicted(summary);
        return note(order, noting, BookingsUpdate.NONE, clock.instant(), MAX_RELOADS);
    }

    /** Changes a stop by a rule about its freeze, as often as it changes in the meantime. The stop as it stands, once it is durable. */
    public Uni<StopOrder> freeze(StopOrder order, Function<StopOrder, Optional<FreezeOfStop.Step>> rule) {
        return freeze(order, rule, MAX_RELOADS);
    }

    private Uni<StopOrder> freeze(StopOrder order, Function<StopOrder, Optional<FreezeOfStop.Step>> rule, int reloads) {
        return rule.apply(order)
                .map(step -> change(order, step.after(), step.at(), step.cause(), BookingsUpdate.NONE)
                        .chain(done -> done.map(Uni.createFrom()::item).orElseGet(() -> reload(order, reloads)
                                .chain(current -> freeze(current, rule, reloads - 1)))))
                .orElseGet(() -> Uni.createFrom().item(order));
    }

    /** Makes a changed order durable; empty when it has changed in the meantime. */
    private Uni<Optional<StopOrder>> change(
            StopOrder before, StopOrder after, Instant at, Optional<String> cause, BookingsUpdate bookings) {
        return ruleSets.named(after.ruleSet())
                .chain(rules -> change(before, after.withUnlisted(bookings.unlisted()), rules, at, cause, bookings));
    }

    private Uni<Optional<StopOrder>> change(
            StopOrder before,
            StopOrder after,
            RuleSet rules,
            Instant at,
            Optional<String> cause,
            BookingsUpdate bookings) {
        // Once money has left the account, tracing works out what is held.
        Optional<ClaimBooks> books = before.phase() != after.phase()
                        && after.phase() == Phase.IN_EFFECT
                        && bookings.reported().outflows().isEmpty()
                ? Optional.of(after.state().applyTo(ClaimBooks.reported(after.tainted())))
                : Optional.empty();
        Optional<OutboxEvent> event = books.flatMap(target -> events.fundsMoved(
                after.caseId(),
                at,
                ClaimBooks.reported(after.tainted())
                        .movementsTo(target, after.account(), Optional.of(after.applicationId()))));
        OrderChange change = new OrderChange(
                before.phase(),
                isBalanceTold(before, after),
                after,
                at,
                cause,
                dueTimes.next(after, rules.doubt(), at),
                after.state().stop().flatMap(stop -> rules.stops().firstWarning(stop.warnedEnd(at), at)),
                books,
                bookings,
                event);
        return orders.change(change).map(written -> {
            event.filter(announced -> written.announced()).ifPresent(relay::handOver);
            listener.claimsChanged(written.dueCases());
            return written.changed() ? Optional.of(after.stored()) : Optional.empty();
        });
    }

    /** True when the balance of a stop, which was unknown, has become known: what is held must be booked. */
    private static boolean isBalanceTold(StopOrder before, StopOrder after) {
        return before.state().stop().filter(stop -> stop.balance().isEmpty()).isPresent()
                && after.state().stop().flatMap(Stop::balance).isPresent();
    }

    private Uni<StopOrder> reload(StopOrder order, int reloads) {
        if (reloads == 0) {
            return Uni.createFrom()
                    .failure(new ServiceException.Overloaded("order " + order.applicationId() + " keeps changing"));
        }
        return orders.find(order.applicationId())
                .map(Optional::orElseThrow)
                .map(current -> current.withDecisionOf(order));
    }
}
