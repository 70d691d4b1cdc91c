package org.stoppayment.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.WebhookSignature;

/** A gateway that records callbacks and answers them with the given statuses. */
final class FakeGateway implements AutoCloseable {

    record Received(String path, JsonNode feedback, String webhookId, boolean isGenuine, int answered) {
        String applicationId() {
            return feedback.path("applicationId").textValue();
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final ObjectMapper json = new ObjectMapper();
    private final Registry registry;

    FakeGateway(Registry registry) throws IOException {
        this.registry = registry;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Sets the statuses of the next answers; the later ones are 204. */
    void answerNext(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    List<Received> received(String applicationId) {
        return received.stream()
                .filter(each -> applicationId.equals(each.applicationId()))
                .toList();
    }

    void reset() {
        received.clear();
        answers.clear();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String webhookId = header(exchange, WebhookSignature.ID_HEADER);
            boolean isGenuine = registry.institutions().stream()
                    .filter(each -> path.matches(
                            "/v1/institutions/" + each.code() + "/(feedback|refund-feedback|query-answers)"))
                    .anyMatch(each -> new WebhookSignature(each.secret())
                            .verify(
                                    webhookId,
                                    header(exchange, WebhookSignature.TIMESTAMP_HEADER),
                                    header(exchange, WebhookSignature.SIGNATURE_HEADER),
                                    body,
                                    SystemTime.SOURCE.instant()));
            int status = isGenuine ? Optional.ofNullable(answers.poll()).orElse(204) : 401;
            received.add(new Received(path, json.readTree(body), webhookId, isGenuine, status));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
