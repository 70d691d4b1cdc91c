package org.stoppayment.simulator.institution;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoppayment.formats.Json;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.view.InstitutionView;
import org.stoppayment.simulator.view.OrderView;
import org.stoppayment.simulator.wire.Order;
import org.stoppayment.simulator.wire.OrderReader;
import org.stoppayment.simulator.wire.Problem;
import org.stoppayment.simulator.wire.Query;
import org.stoppayment.simulator.wire.QueryReader;

/** One institution: verifies requests, passes orders to its {@link OrderProcessor}, and starts or stops its server. */
public final class Institution {

    private static final String ORDERS = "/v1/orders/";
    private static final String QUERIES = "/v1/queries";
    private static final byte[] NO_BODY = {};

    /** The resources that take orders. */
    private static final Map<String, Order.Kind> KINDS = Map.of(
            "/v1/stops", Order.Kind.STOP,
            "/v1/extensions", Order.Kind.EXTENSION,
            "/v1/lifts", Order.Kind.LIFT,
            "/v1/freezes", Order.Kind.FREEZE,
            "/v1/freezes/renewals", Order.Kind.FREEZE_RENEWAL,
            "/v1/freezes/lifts", Order.Kind.FREEZE_LIFT,
            "/v1/freezes/changes", Order.Kind.FREEZE_CHANGE,
            "/v1/refunds", Order.Kind.REFUND);

    private final RegisteredInstitution registered;
    private final WebhookSignature signature;
    private final OrderReader reader;
    private final QueryReader queryReader;
    private final ResponseSettings settings;
    private final ActiveFault faults = new ActiveFault();
    private final Counters counters = new Counters();
    private final OrderProcessor orders;
    private final QueryProcessor queries;
    private final SimulatorContext context;
    private final InstitutionServer server;

    /** An institution of the registry; {@link #open()} starts it. */
    public Institution(RegisteredInstitution registered, int port, SimulatorContext context) {
        this.registered = registered;
        this.context = context;
        this.signature = new WebhookSignature(registered.secret());
        this.reader = new OrderReader(registered.code());
        this.queryReader = new QueryReader(reader);
        this.settings = new ResponseSettings(
                context.openAccounts(), context.seed() ^ registered.code().hashCode());
        CallbackScheduler callbacks = new CallbackScheduler(registered.code(), signature, counters, context);
        this.orders = new OrderProcessor(registered.code(), settings, faults, counters, callbacks, context);
        this.queries = new QueryProcessor(settings, faults, counters, callbacks, context);
        this.server = new InstitutionServer(port, this::answer);
    }

    /** Starts the server. */
    public void open() {
        server.start();
    }

    /** Stops the server. */
    public void close() {
        server.stop();
    }

    /** Its code. */
    public String code() {
        return registered.code();
    }

    /** How it answers. */
    public ResponseSettings responseSettings() {
        return settings;
    }

    /** Sets a fault. With DOWN the server is stopped when this returns, otherwise it is running. */
    public void setFault(Fault fault) {
        faults.set(fault);
        if (fault.kind() == FaultKind.DOWN) {
            server.stop();
        } else {
            server.start();
        }
    }

    /** Resets orders, counters, fault and settings. */
    public void reset() {
        orders.clear();
        queries.clear();
        counters.clear();
        settings.reset();
        setFault(Fault.NONE);
    }

    /** Calls back about the freezes that have come to hold more, and about what watches have seen. */
    public void update() {
        orders.updateFreezes();
        queries.updateWatches();
    }

    /** Its current state. */
    public InstitutionView view() {
        return new InstitutionView(
                registered.code(),
                registered.name(),
                server.endpoint(),
                settings.mode(),
                settings.responseMillis().asList(),
                settings.isOpen(),
                faults.current(),
                counters.view());
    }

    /** Its orders, unsorted. */
    public List<OrderView> orders() {
        return orders.orders();
    }

    /** One order, empty unless it arrived here. */
    public Optional<OrderView> order(String applicationId) {
        return orders.order(applicationId);
    }

    private Reply answer(Request request) {
        String path = request.getUrl().split("\\?", 2)[0];
        Message message = Message.of(request);
        Order.Kind kind = KINDS.get(path);
        if (kind != null && request.getMethod().equals(RequestMethod.POST)) {
            return verified(message, message.body(), () -> receive(message, kind));
        }
        if (path.equals(QUERIES) && request.getMethod().equals(RequestMethod.POST)) {
            return verified(message, message.body(), () -> receiveQuery(message));
        }
        if (request.getMethod().equals(RequestMethod.GET) && path.startsWith(ORDERS)) {
            return verified(message, NO_BODY, () -> orders.inquire(inquired(message, path.substring(ORDERS.length()))));
        }
        if (request.getMethod().equals(RequestMethod.GET) && path.startsWith(QUERIES + "/")) {
            return verified(
                    message, NO_BODY, () -> queries.inquire(inquired(message, path.substring(QUERIES.length() + 1))));
        }
        return reject(Problem.of(404, "Not Found", "NO_SUCH_RESOURCE", "no such method and path"));
    }

    private Reply verified(Message message, byte[] signedBody, Supplier<Reply> handling) {
        if (!WebhookSignature.isRecent(message.timestamp(), context.clock().instant())) {
            return reject(Problem.of(
                    401, "Unauthorized", "TIMESTAMP_OUT_OF_RANGE", "webhook-timestamp: more than five minutes off"));
        }
        boolean isGenuine = signature.verify(
                message.webhookId(),
                message.timestamp(),
                message.signature(),
                signedBody,
                context.clock().instant());
        if (!isGenuine) {
            return reject(Problem.of(401, "Unauthorized", "INVALID_SIGNATURE", "webhook-signature: wrong"));
        }
        try {
            return handling.get();
        } catch (InvalidInput invalid) {
            return reject(Problem.of(invalid));
        } catch (IllegalStateException | ArithmeticException bug) {
            return reject(Problem.of(
                    500, "Internal Server Error", "BUG", bug.getClass().getName()));
        }
    }

    private Reply receive(Message message, Order.Kind kind) {
        JsonNode content = Json.object(message.body());
        Order order = reader.order(kind, content);
        checkHeader("Idempotency-Key", message.idempotencyKey(), order.applicationId());
        checkHeader(WebhookSignature.ID_HEADER, message.webhookId(), order.applicationId());
        return orders.process(order, content);
    }

    private Reply receiveQuery(Message message) {
        JsonNode content = Json.object(message.body());
        Query query = queryReader.query(content);
        checkHeader("Idempotency-Key", message.idempotencyKey(), query.applicationId());
        checkHeader(WebhookSignature.ID_HEADER, message.webhookId(), query.applicationId());
        return queries.process(query, content);
    }

    /** The application id that an inquiry names; throws {@link InvalidInput}. */
    private static String inquired(Message message, String applicationId) {
        if (!OrderReader.APPLICATION_ID.matcher(applicationId).matches()) {
            throw new InvalidInput("applicationId", "WRONG_FORM", "applicationId: wrong (expected: an application id)");
        }
        checkHeader(WebhookSignature.ID_HEADER, message.webhookId(), applicationId);
        return applicationId;
    }

    private static void checkHeader(String name, String value, String applicationId) {
        if (!value.equals(applicationId)) {
            throw new InvalidInput(name, "DIFFERS", name + ": different (expected: the application id)");
        }
    }

    private Reply reject(Problem problem) {
        counters.refused.increment();
        return Reply.problem(problem);
    }
}
