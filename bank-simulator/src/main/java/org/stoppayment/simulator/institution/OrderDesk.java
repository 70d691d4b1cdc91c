package org.stoppayment.simulator.institution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.simulator.Fault;
import org.stoppayment.simulator.FaultKind;
import org.stoppayment.simulator.MagicAccount;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.view.OrderView;
import org.stoppayment.simulator.wire.ExtensionOrder;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.LiftOrder;
import org.stoppayment.simulator.wire.Order;
import org.stoppayment.simulator.wire.Problem;
import org.stoppayment.simulator.wire.StopOrder;

/** Where orders are taken: one effect an application id, and the same feedback however often it is asked for. */
final class OrderDesk {

    private static final Duration AHEAD = Duration.ofHours(1);
    private static final String NOT_JSON = "<html>maintenance, please try again later {{{";

    private final String institutionCode;
    private final Manners manners;
    private final FaultSwitch faults;
    private final Counters counters;
    private final CallbackDesk callbacks;
    private final Surroundings surroundings;
    private final Conduct.Patience patience;
    private final Map<String, OrderFile> files = new ConcurrentHashMap<>();

    OrderDesk(
            String institutionCode,
            Manners manners,
            FaultSwitch faults,
            Counters counters,
            CallbackDesk callbacks,
            Surroundings surroundings) {
        this.institutionCode = institutionCode;
        this.manners = manners;
        this.faults = faults;
        this.counters = counters;
        this.callbacks = callbacks;
        this.surroundings = surroundings;
        this.patience = new Conduct.Patience(surroundings.slowAnswer(), surroundings.lateCallback());
    }

    /** The feedback on an order, and whether this arrival is the one that settled it. */
    private record Settled(Feedback feedback, boolean isNew) {}

    /** Takes an order, for the first time or again; throws {@link InvalidInput} when its id was another's before. */
    Reply take(Order order, JsonNode content) {
        OrderFile file =
                files.computeIfAbsent(order.applicationId(), id -> new OrderFile(institutionCode, order, content));
        if (!file.isAbout(order, content)) {
            throw new InvalidInput(
                    "applicationId",
                    "REUSED",
                    "applicationId: of another order (expected: the same content as before)");
        }
        Instant now = surroundings.clock().instant();
        file.arrive(now);
        counters.arrivals.increment();
        Conduct conduct = Conduct.of(manners.mode(), faults.meet(false), magic(order), patience);
        int millis = manners.drawMillis();
        Settled settled = settle(file, order, conduct, millis, now);
        return reply(file, order, conduct, settled)
                .after(millis + conduct.delay().toMillis());
    }

    private Settled settle(OrderFile file, Order order, Conduct conduct, int millis, Instant now) {
        synchronized (file) {
            Optional<Feedback> known = file.feedback();
            if (known.isPresent()) {
                return new Settled(told(known.get(), conduct.fault()), false);
            }
            Ledger.Outcome outcome = decide(order, conduct, now);
            Feedback told = told(outcome.feedback(), conduct.fault());
            if (!conduct.books()) {
                return new Settled(told, true);
            }
            file.take(outcome, conduct.callbacks().isPresent());
            count(outcome);
            if (conduct.answer() != Conduct.Answer.ACCEPTED_AFTER_CALLBACK) {
                conduct.callbacks()
                        .ifPresent(how -> callbacks.later(
                                file, told, how, millis + manners.drawMillis(), () -> isKept(file, order)));
            }
            return new Settled(told, true);
        }
    }

    private static Feedback told(Feedback whole, FaultKind fault) {
        return fault == FaultKind.OUTFLOWS_IN_TWO_PARTS ? whole.firstPart() : whole;
    }

    private Ledger.Outcome decide(Order order, Conduct conduct, Instant now) {
        if (order instanceof StopOrder stop) {
            Instant stoppedAt = conduct.future() ? now.plus(AHEAD) : now;
            return surroundings.ledger().stop(stop, manners.isOpen(), conduct.books(), stoppedAt, now);
        }
        if (order instanceof ExtensionOrder extension) {
            return surroundings.ledger().extend(extension, conduct.books(), now);
        }
        return surroundings.ledger().lift((LiftOrder) order, conduct.books(), now);
    }

    private void count(Ledger.Outcome outcome) {
        if (outcome.hasEffect()) {
            counters.effects.increment();
        }
        if (outcome.isRefusedAsLive()) {
            counters.stopsRefusedAsLive.increment();
        }
    }

    private Reply reply(OrderFile file, Order order, Conduct conduct, Settled settled) {
        Feedback feedback = settled.feedback();
        return switch (conduct.answer()) {
            case FEEDBACK -> Reply.feedback(feedback);
            case ANOTHERS_FEEDBACK ->
                Reply.feedback(
                        feedback.withApplicationId(surroundings.callbacks().webhookId()));
            case DRIBBLED_FEEDBACK -> Reply.feedback(feedback).in(Reply.Manner.DRIBBLED);
            case ACCEPTED -> acceptedOrKnown(file, settled);
            case ACCEPTED_AFTER_CALLBACK -> acceptedAfterCallback(file, order, conduct, settled);
            case GARBAGE -> Reply.raw(200, NOT_JSON);
            case ERROR -> Reply.raw(500, "");
            case RESET -> Reply.none(Reply.Manner.RESET);
            case NOTHING -> Reply.none(Reply.Manner.NEVER);
        };
    }

    /** 202 the first time and while the callback is to come; an order that is sent again later gets the feedback. */
    private static Reply acceptedOrKnown(OrderFile file, Settled settled) {
        return settled.isNew() || file.isCallbackDue() ? Reply.accepted() : Reply.feedback(settled.feedback());
    }

    private Reply acceptedAfterCallback(OrderFile file, Order order, Conduct conduct, Settled settled) {
        if (settled.isNew() && conduct.books()) {
            conduct.callbacks()
                    .ifPresent(how -> callbacks.now(file, settled.feedback(), how, () -> isKept(file, order)));
        }
        return acceptedOrKnown(file, settled);
    }

    private boolean isKept(OrderFile file, Order order) {
        return files.get(order.applicationId()) == file;
    }

    /** Says what became of an order. */
    Reply inquire(String applicationId) {
        counters.inquiries.increment();
        Optional<OrderFile> file = Optional.ofNullable(files.get(applicationId));
        file.ifPresent(each -> each.inquire(surroundings.clock().instant()));
        Fault fault = faults.meet(true);
        int millis = manners.drawMillis() + fault.delayMillis();
        return faulty(fault.kind(), inquired(file, fault.kind())).after(millis);
    }

    private static Reply inquired(Optional<OrderFile> file, FaultKind fault) {
        Optional<Feedback> feedback = file.flatMap(OrderFile::feedback);
        if (feedback.isEmpty()) {
            return Reply.problem(Problem.of(404, "Not Found", "ORDER_NOT_KNOWN", "the order never arrived here"));
        }
        boolean isStillToCome = file.filter(OrderFile::isCallbackDue).isPresent();
        return isStillToCome ? Reply.accepted() : Reply.feedback(told(feedback.get(), fault));
    }

    private static Reply faulty(FaultKind fault, Reply right) {
        return switch (fault) {
            case HANG -> Reply.none(Reply.Manner.NEVER);
            case ERROR_500 -> Reply.raw(500, "");
            case RESET -> Reply.none(Reply.Manner.RESET);
            case GARBAGE -> Reply.raw(200, NOT_JSON);
            case SLOW_BODY -> right.in(Reply.Manner.DRIBBLED);
            case NONE,
                    WRONG_APPLICATION_ID,
                    FUTURE_STOP,
                    OUTFLOWS_IN_TWO_PARTS,
                    CALLBACK_BEFORE_202,
                    WRONG_SIGNATURE,
                    DOWN -> right;
        };
    }

    private static Optional<MagicAccount> magic(Order order) {
        return order.kind() == Order.Kind.STOP ? MagicAccount.of(order.account().number()) : Optional.empty();
    }

    List<OrderView> orders() {
        return files.values().stream().map(OrderFile::view).toList();
    }

    Optional<OrderView> order(String applicationId) {
        return Optional.ofNullable(files.get(applicationId)).map(OrderFile::view);
    }

    void clear() {
        files.clear();
    }
}
