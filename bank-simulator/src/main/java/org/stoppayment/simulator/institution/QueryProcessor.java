package org.stoppayment.simulator.institution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.wire.Problem;
import org.stoppayment.simulator.wire.Query;
import org.stoppayment.simulator.wire.QueryAnswer;

/** Answers queries: the same answer for every request with one application id, and reports of watches. */
final class QueryProcessor {

    /** Not the number of any magic account or of an account in the cases. */
    private static final String OTHER_ACCOUNT = "6222020000000099990";

    private final ResponseSettings settings;
    private final ActiveFault faults;
    private final Counters counters;
    private final CallbackScheduler callbacks;
    private final SimulatorContext context;
    private final ResponsePlan.MagicDelays magicDelays;
    private final Map<String, QueryRecord> records = new ConcurrentHashMap<>();
    private final Watches watches;

    QueryProcessor(
            ResponseSettings settings,
            ActiveFault faults,
            Counters counters,
            CallbackScheduler callbacks,
            SimulatorContext context) {
        this.settings = settings;
        this.faults = faults;
        this.counters = counters;
        this.callbacks = callbacks;
        this.context = context;
        this.magicDelays = new ResponsePlan.MagicDelays(context.slowAnswer(), context.lateCallback());
        this.watches = new Watches(context.ledger(), this::callBackReport);
    }

    /** The answer to a query, and whether this arrival was the first to get it. */
    private record Settled(QueryAnswer answer, boolean isNew) {}

    /** Answers a query, new or repeated; throws {@link InvalidInput} when another query has its id. */
    Reply process(Query query, JsonNode content) {
        QueryRecord record = records.computeIfAbsent(query.applicationId(), id -> new QueryRecord(query, content));
        if (!record.isSameRequest(content)) {
            throw new InvalidInput(
                    "applicationId",
                    "REUSED",
                    "applicationId: of another query (expected: the same content as before)");
        }
        counters.queries.increment();
        ResponsePlan plan = ResponsePlan.of(
                settings.mode(),
                faults.next(false),
                MagicAccount.of(query.account().number()),
                magicDelays);
        int millis = settings.drawMillis();
        Settled settled = settle(record, plan, millis, context.clock().instant());
        return reply(record, plan, settled).after(millis + plan.delay().toMillis());
    }

    private Settled settle(QueryRecord record, ResponsePlan plan, int millis, Instant now) {
        synchronized (record) {
            Optional<QueryAnswer> known = record.answer();
            if (known.isPresent()) {
                return new Settled(reported(known.get(), plan.fault()), false);
            }
            long lastSequence = context.ledger().lastSequence();
            QueryAnswer answer = context.ledger().answer(record.query(), settings.isOpen(), now);
            if (!plan.books()) {
                return new Settled(reported(answer, plan.fault()), true);
            }
            QueryAnswer given = isEnd(record, answer) ? watches.end(record.query(), answer, now) : answer;
            record.settle(given, plan.callbacks().isPresent());
            watches.begin(record, given, lastSequence);
            QueryAnswer reported = reported(given, plan.fault());
            if (plan.answer() != ResponsePlan.Answer.ACCEPTED_AFTER_CALLBACK) {
                plan.callbacks()
                        .ifPresent(callback -> callbacks.schedule(
                                CallbackScheduler.Content.of(reported, record::endCallbackDelay),
                                callback,
                                millis + settings.drawMillis(),
                                () -> isStored(record)));
            }
            return new Settled(reported, true);
        }
    }

    private static boolean isEnd(QueryRecord record, QueryAnswer answer) {
        return record.query().kind() == Query.Kind.WATCH_END && answer.accountNumber() != null;
    }

    private static QueryAnswer reported(QueryAnswer complete, FaultKind fault) {
        return switch (fault) {
            case OUTFLOWS_IN_TWO_PARTS -> complete.firstPart();
            case BARE_RESULT -> complete.onlyResult();
            case WRONG_ACCOUNT -> complete.withAccountNumber(OTHER_ACCOUNT);
            default -> complete;
        };
    }

    private Reply reply(QueryRecord record, ResponsePlan plan, Settled settled) {
        QueryAnswer answer = settled.answer();
        return switch (plan.answer()) {
            case FEEDBACK -> Reply.answer(answer);
            case FEEDBACK_OF_ANOTHER_ORDER ->
                Reply.answer(answer.withApplicationId(context.callbacks().webhookId()));
            case SLOW_FEEDBACK -> Reply.answer(answer).with(Reply.Delivery.SLOW_CHUNKS);
            case ACCEPTED -> acceptedOrKnown(record, settled);
            case ACCEPTED_AFTER_CALLBACK -> acceptedAfterCallback(record, plan, settled);
            case GARBAGE -> Reply.raw(200, OrderProcessor.NOT_JSON);
            case ERROR -> Reply.raw(500, "");
            case RESET -> Reply.none(Reply.Delivery.RESET);
            case NOTHING -> Reply.none(Reply.Delivery.NEVER);
        };
    }

    /** 202 for the first arrival and until the callback is sent; later arrivals get the answer. */
    private static Reply acceptedOrKnown(QueryRecord record, Settled settled) {
        return settled.isNew() || record.isCallbackDue() ? Reply.accepted() : Reply.answer(settled.answer());
    }

    private Reply acceptedAfterCallback(QueryRecord record, ResponsePlan plan, Settled settled) {
        if (settled.isNew() && plan.books()) {
            plan.callbacks()
                    .ifPresent(callback -> callbacks.sendAndWait(
                            CallbackScheduler.Content.of(settled.answer(), record::endCallbackDelay),
                            callback,
                            () -> isStored(record)));
        }
        return acceptedOrKnown(record, settled);
    }

    private boolean isStored(QueryRecord record) {
        return records.get(record.query().applicationId()) == record;
    }

    /** Answers an inquiry about a query. */
    Reply inquire(String applicationId) {
        counters.inquiries.increment();
        watches.update(context.clock().instant());
        Fault fault = faults.next(true);
        int millis = settings.drawMillis() + fault.delayMillis();
        Reply correct = answerToInquiry(Optional.ofNullable(records.get(applicationId)), fault.kind());
        return OrderProcessor.withFault(fault.kind(), correct).after(millis);
    }

    private static Reply answerToInquiry(Optional<QueryRecord> record, FaultKind fault) {
        Optional<QueryAnswer> answer = record.flatMap(QueryRecord::answer);
        if (answer.isEmpty()) {
            return Reply.problem(Problem.of(404, "Not Found", "ORDER_NOT_KNOWN", "the query never arrived here"));
        }
        boolean isCallbackDue = record.filter(QueryRecord::isCallbackDue).isPresent();
        return isCallbackDue ? Reply.accepted() : Reply.answer(reported(answer.get(), fault));
    }

    /** Calls back about what the watches have seen. */
    void updateWatches() {
        watches.update(context.clock().instant());
    }

    private void callBackReport(QueryRecord record, QueryAnswer report) {
        callbacks.schedule(
                CallbackScheduler.Content.of(report, () -> {}),
                ResponsePlan.Callbacks.ONE,
                settings.drawMillis(),
                () -> isStored(record));
    }

    void clear() {
        records.clear();
        watches.clear();
    }
}
