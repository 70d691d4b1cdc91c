package org.stoppayment.simulator.institution;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoppayment.formats.Json;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.simulator.Fault;
import org.stoppayment.simulator.FaultKind;
import org.stoppayment.simulator.view.InstitutionView;
import org.stoppayment.simulator.view.OrderView;
import org.stoppayment.simulator.wire.Order;
import org.stoppayment.simulator.wire.OrderReader;
import org.stoppayment.simulator.wire.Problem;

/** One institution: checks what comes in, hands orders to its desk, and listens or does not. */
public final class Institution {

    private static final String ORDERS = "/v1/orders/";
    private static final byte[] NO_BODY = {};

    private final RegisteredInstitution registered;
    private final WebhookSignature signature;
    private final OrderReader reader;
    private final Manners manners;
    private final FaultSwitch faults = new FaultSwitch();
    private final Counters counters = new Counters();
    private final OrderDesk desk;
    private final Surroundings surroundings;
    private final InstitutionServer server;

    /** An institution of the registry; {@link #open()} makes it listen. */
    public Institution(RegisteredInstitution registered, int port, Surroundings surroundings) {
        this.registered = registered;
        this.surroundings = surroundings;
        this.signature = new WebhookSignature(registered.secret());
        this.reader = new OrderReader(registered.code());
        this.manners = new Manners(
                surroundings.openAccounts(),
                surroundings.seed() ^ registered.code().hashCode());
        CallbackDesk callbacks = new CallbackDesk(registered.code(), signature, counters, surroundings);
        this.desk = new OrderDesk(registered.code(), manners, faults, counters, callbacks, surroundings);
        this.server = new InstitutionServer(port, this::answer);
    }

    /** Starts to listen. */
    public void open() {
        server.start();
    }

    /** Stops listening. */
    public void close() {
        server.stop();
    }

    /** Its code. */
    public String code() {
        return registered.code();
    }

    /** How it answers. */
    public Manners manners() {
        return manners;
    }

    /** Switches a fault on; with DOWN the port is closed when this returns, otherwise it is open. */
    public void setFault(Fault fault) {
        faults.set(fault);
        if (fault.kind() == FaultKind.DOWN) {
            server.stop();
        } else {
            server.start();
        }
    }

    /** Forgets orders, counters, fault and manners. */
    public void forget() {
        desk.clear();
        counters.clear();
        manners.reset();
        setFault(Fault.NONE);
    }

    /** As it stands. */
    public InstitutionView view() {
        return new InstitutionView(
                registered.code(),
                registered.name(),
                server.endpoint(),
                manners.mode(),
                manners.responseMillis().asList(),
                manners.isOpen(),
                faults.current(),
                counters.view());
    }

    /** Its orders, in no order. */
    public List<OrderView> orders() {
        return desk.orders();
    }

    /** One order, if it arrived here. */
    public Optional<OrderView> order(String applicationId) {
        return desk.order(applicationId);
    }

    private Reply answer(Request request) {
        String path = request.getUrl().split("\\?", 2)[0];
        Message message = Message.of(request);
        boolean isPost = request.getMethod().equals(RequestMethod.POST);
        if (isPost && path.equals("/v1/stops")) {
            return checked(message, message.body(), () -> take(message, Order.Kind.STOP));
        }
        if (isPost && path.equals("/v1/lifts")) {
            return checked(message, message.body(), () -> take(message, Order.Kind.LIFT));
        }
        if (isPost && path.equals("/v1/extensions")) {
            return checked(message, message.body(), () -> take(message, Order.Kind.EXTENSION));
        }
        if (request.getMethod().equals(RequestMethod.GET) && path.startsWith(ORDERS)) {
            return checked(message, NO_BODY, () -> inquire(message, path.substring(ORDERS.length())));
        }
        return refuse(Problem.of(404, "Not Found", "NO_SUCH_RESOURCE", "no such method and path"));
    }

    private Reply checked(Message message, byte[] signedBody, Supplier<Reply> handling) {
        boolean isGenuine = signature.verify(
                message.webhookId(),
                message.timestamp(),
                message.signature(),
                signedBody,
                surroundings.clock().instant());
        if (!isGenuine) {
            return refuse(Problem.of(
                    401, "Unauthorized", "INVALID_SIGNATURE", "webhook-signature: wrong, or older than five minutes"));
        }
        try {
            return handling.get();
        } catch (InvalidInput invalid) {
            return refuse(Problem.of(invalid));
        } catch (IllegalStateException | ArithmeticException bug) {
            return refuse(Problem.of(
                    500, "Internal Server Error", "BUG", bug.getClass().getName()));
        }
    }

    private Reply take(Message message, Order.Kind kind) {
        JsonNode content = Json.object(message.body());
        Order order =
                switch (kind) {
                    case STOP -> reader.stop(content);
                    case EXTENSION -> reader.extension(content);
                    case LIFT -> reader.lift(content);
                };
        checkHeader("Idempotency-Key", message.idempotencyKey(), order.applicationId());
        checkHeader(WebhookSignature.ID_HEADER, message.webhookId(), order.applicationId());
        return desk.take(order, content);
    }

    private Reply inquire(Message message, String applicationId) {
        if (!OrderReader.APPLICATION_ID.matcher(applicationId).matches()) {
            throw new InvalidInput("applicationId", "WRONG_FORM", "applicationId: wrong (expected: an application id)");
        }
        checkHeader(WebhookSignature.ID_HEADER, message.webhookId(), applicationId);
        return desk.inquire(applicationId);
    }

    private static void checkHeader(String name, String value, String applicationId) {
        if (!value.equals(applicationId)) {
            throw new InvalidInput(name, "DIFFERS", name + ": another (expected: the application id)");
        }
    }

    private Reply refuse(Problem problem) {
        counters.refused.increment();
        return Reply.problem(problem);
    }
}
