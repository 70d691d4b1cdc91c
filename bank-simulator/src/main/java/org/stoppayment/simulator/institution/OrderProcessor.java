package org.stoppayment.simulator.institution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.view.OrderView;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.Order;
import org.stoppayment.simulator.wire.Problem;
import org.stoppayment.simulator.wire.RefundOrder;

/** Processes orders: one effect for each application id, and the same feedback for every request with it. */
final class OrderProcessor {

    /** The body of a garbled answer. */
    static final String NOT_JSON = "<html>maintenance, please try again later {{{";

    private final String institutionCode;
    private final ResponseSettings settings;
    private final ActiveFault faults;
    private final Counters counters;
    private final CallbackScheduler callbacks;
    private final SimulatorContext context;
    private final ResponsePlan.MagicDelays magicDelays;
    private final Map<String, OrderRecord> records = new ConcurrentHashMap<>();
    private final OrderBooks books;
    private final FreezeWatch freezes;
    private final DelayedRefundEvents refunds;

    OrderProcessor(
            String institutionCode,
            ResponseSettings settings,
            ActiveFault faults,
            Counters counters,
            CallbackScheduler callbacks,
            SimulatorContext context) {
        this.institutionCode = institutionCode;
        this.settings = settings;
        this.faults = faults;
        this.counters = counters;
        this.callbacks = callbacks;
        this.context = context;
        this.books = new OrderBooks(context);
        this.freezes = new FreezeWatch(context.ledger(), this::callBack);
        this.refunds = new DelayedRefundEvents(context, this::isStored, this::callBack);
        this.magicDelays = new ResponsePlan.MagicDelays(context.slowAnswer(), context.lateCallback());
    }

    /** The feedback on an order, and whether this arrival was the first to get it. */
    private record Settled(Feedback feedback, boolean isNew) {}

    /** Processes an order, new or repeated; throws {@link InvalidInput} when another order has its id. */
    Reply process(Order order, JsonNode content) {
        OrderRecord record =
                records.computeIfAbsent(order.applicationId(), id -> new OrderRecord(institutionCode, order, content));
        if (!record.isSameRequest(order, content)) {
            throw new InvalidInput(
                    "applicationId",
                    "REUSED",
                    "applicationId: of another order (expected: the same content as before)");
        }
        Instant now = context.clock().instant();
        record.addArrival(now);
        counters.arrivals.increment();
        ResponsePlan plan = ResponsePlan.of(settings.mode(), faults.next(false), magicAccount(order), magicDelays);
        int millis = settings.drawMillis();
        freezes.update(record, now);
        Settled settled = settle(record, order, plan, millis, now);
        freezes.add(record);
        return reply(record, plan, settled).after(millis + plan.delay().toMillis());
    }

    private Settled settle(OrderRecord record, Order order, ResponsePlan plan, int millis, Instant now) {
        synchronized (record) {
            Optional<Feedback> known = record.feedback();
            if (known.isPresent()) {
                return new Settled(reported(known.get(), plan.fault()), false);
            }
            Ledger.Outcome outcome = books.book(order, plan, settings.isOpen(), now);
            Feedback reported = reported(outcome.feedback(), plan.fault());
            if (!plan.books()) {
                return new Settled(reported, true);
            }
            record.settle(outcome, plan.callbacks().isPresent());
            refunds.plan(record, plan.fault());
            count(outcome);
            if (plan.answer() != ResponsePlan.Answer.ACCEPTED_AFTER_CALLBACK) {
                plan.callbacks()
                        .ifPresent(callback -> callbacks.schedule(
                                CallbackScheduler.Content.of(record, reported),
                                callback,
                                millis + settings.drawMillis(),
                                () -> isStored(record)));
            }
            return new Settled(reported, true);
        }
    }

    private static Feedback reported(Feedback complete, FaultKind fault) {
        return switch (fault) {
            case OUTFLOWS_IN_TWO_PARTS -> complete.firstPart();
            case BARE_RESULT -> complete.onlyResult();
            case PENDING_OUTFLOWS -> complete.pending();
            case APPLICATION_ID_AS_RECEIPT -> complete.withApplicationIdAsReceipt();
            default -> complete;
        };
    }

    private void count(Ledger.Outcome outcome) {
        if (outcome.hasEffect()) {
            counters.effects.increment();
        }
        if (outcome.isRefusedAsLive()) {
            counters.stopsRefusedAsLive.increment();
        }
    }

    private Reply reply(OrderRecord record, ResponsePlan plan, Settled settled) {
        Feedback feedback = settled.feedback();
        return switch (plan.answer()) {
            case FEEDBACK -> Reply.feedback(feedback);
            case FEEDBACK_OF_ANOTHER_ORDER ->
                Reply.feedback(feedback.withApplicationId(context.callbacks().webhookId()));
            case SLOW_FEEDBACK -> Reply.feedback(feedback).with(Reply.Delivery.SLOW_CHUNKS);
            case ACCEPTED -> acceptedOrKnown(record, settled);
            case ACCEPTED_AFTER_CALLBACK -> acceptedAfterCallback(record, plan, settled);
            case GARBAGE -> Reply.raw(200, NOT_JSON);
            case ERROR -> Reply.raw(500, "");
            case RESET -> Reply.none(Reply.Delivery.RESET);
            case NOTHING -> Reply.none(Reply.Delivery.NEVER);
        };
    }

    /** 202 for the first arrival and until the callback is sent; later arrivals get the feedback. */
    private static Reply acceptedOrKnown(OrderRecord record, Settled settled) {
        return settled.isNew() || record.isCallbackDue() ? Reply.accepted() : Reply.feedback(settled.feedback());
    }

    private Reply acceptedAfterCallback(OrderRecord record, ResponsePlan plan, Settled settled) {
        if (settled.isNew() && plan.books()) {
            plan.callbacks()
                    .ifPresent(callback -> callbacks.sendAndWait(
                            CallbackScheduler.Content.of(record, settled.feedback()),
                            callback,
                            () -> isStored(record)));
        }
        return acceptedOrKnown(record, settled);
    }

    private boolean isStored(OrderRecord record) {
        return records.get(record.order().applicationId()) == record;
    }

    /** Answers an inquiry. */
    Reply inquire(String applicationId) {
        counters.inquiries.increment();
        Optional<OrderRecord> record = Optional.ofNullable(records.get(applicationId));
        Instant now = context.clock().instant();
        record.ifPresent(each -> {
            each.addInquiry(now);
            freezes.update(each, now);
        });
        Fault fault = faults.next(true);
        int millis = settings.drawMillis() + fault.delayMillis();
        return withFault(fault.kind(), answerToInquiry(record, fault.kind())).after(millis);
    }

    private static Reply answerToInquiry(Optional<OrderRecord> record, FaultKind fault) {
        Optional<Feedback> feedback = record.flatMap(OrderRecord::feedback);
        if (feedback.isEmpty()) {
            return Reply.problem(Problem.of(404, "Not Found", "ORDER_NOT_KNOWN", "the order never arrived here"));
        }
        boolean isCallbackDue = record.filter(OrderRecord::isCallbackDue).isPresent();
        return isCallbackDue ? Reply.accepted() : Reply.feedback(reported(feedback.get(), fault));
    }

    /** What an inquiry is answered in spite of the correct reply. */
    static Reply withFault(FaultKind fault, Reply reply) {
        return switch (fault) {
            case HANG -> Reply.none(Reply.Delivery.NEVER);
            case ERROR_500 -> Reply.raw(500, "");
            case RESET -> Reply.none(Reply.Delivery.RESET);
            case GARBAGE -> Reply.raw(200, NOT_JSON);
            case SLOW_BODY -> reply.with(Reply.Delivery.SLOW_CHUNKS);
            case NONE,
                    WRONG_APPLICATION_ID,
                    WRONG_ACCOUNT,
                    FUTURE_STOP,
                    OUTFLOWS_IN_TWO_PARTS,
                    BARE_RESULT,
                    PENDING_OUTFLOWS,
                    PAYS_TWICE,
                    PAYS_LESS,
                    APPLICATION_ID_AS_RECEIPT,
                    CALLBACK_BEFORE_202,
                    WRONG_SIGNATURE,
                    DOWN -> reply;
        };
    }

    /** The account whose number decides how the order is answered: of a refund, the payee's. */
    private static Optional<MagicAccount> magicAccount(Order order) {
        if (order instanceof RefundOrder refund) {
            return MagicAccount.of(refund.payee().number());
        }
        boolean holds = order.kind() == Order.Kind.STOP || order.kind() == Order.Kind.FREEZE;
        return holds ? MagicAccount.of(order.account().number()) : Optional.empty();
    }

    /** Calls back about the freezes that have come to hold more. */
    void updateFreezes() {
        freezes.update(context.clock().instant());
    }

    private void callBack(OrderRecord record) {
        record.feedback()
                .ifPresent(feedback -> callbacks.schedule(
                        CallbackScheduler.Content.of(record, feedback),
                        ResponsePlan.Callbacks.ONE,
                        settings.drawMillis(),
                        () -> isStored(record)));
    }

    List<OrderView> orders() {
        return records.values().stream().map(OrderRecord::view).toList();
    }

    Optional<OrderView> order(String applicationId) {
        return Optional.ofNullable(records.get(applicationId)).map(OrderRecord::view);
    }

    void clear() {
        records.clear();
        freezes.clear();
    }
}
