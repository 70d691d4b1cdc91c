package org.stoppayment.cli.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The simulator's control API without institutions. Records its requests. */
public final class FakeSimulator implements AutoCloseable {

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    /** Listens on the loopback interface. */
    public FakeSimulator(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** {@code METHOD /path body} of every request except health checks. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Refuses every world from now on. */
    public void refuse() {
        refusing = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/health") || path.endsWith("/q/health/ready")) {
            answer(exchange, 200, "{}");
            return;
        }
        requests.add(exchange.getRequestMethod() + " " + path + " " + body.replaceAll("\\s+", " "));
        if (path.equals("/worlds") && refusing) {
            answer(
                    exchange,
                    422,
                    "{\"title\":\"wrong world\",\"errors\":[{\"field\":\"accounts[0].number\",\"detail\":\"number:"
                            + " absent (expected: given)\"}]}");
        } else if (path.equals("/worlds")) {
            answer(exchange, 201, "{\"worldId\":\"w1\"}");
        } else if (path.equals("/magic-accounts")) {
            answer(
                    exchange,
                    200,
                    "[{\"number\":\"6299990000000000079\",\"name\":\"DUPLICATE_CALLBACK\"},"
                            + "{\"number\":\"6299990000000000999\",\"name\":\"NEW_ONE\"}]");
        } else if (path.equals("/orders")) {
            answer(exchange, 200, "[]");
        } else {
            answer(exchange, 204, "");
        }
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
