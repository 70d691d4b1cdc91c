package org.stoppayment.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.simulator.wire.JsonWriter;
import org.stoppayment.simulator.wire.Problem;

/** Serves the control API on the loopback interface. */
public final class ControlServer implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int MAX_BODY_BYTES = 64 << 20;

    private final HttpServer server;
    private final ExecutorService threads;
    private final ControlApi api;

    /** A control API for {@code simulator}; port 0 means a free port. */
    public ControlServer(int port, SimulatorControl simulator) throws IOException {
        this.api = new ControlApi(simulator);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "simulator-control");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** Starts the server. */
    public void start() {
        server.start();
    }

    /** The base URL. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
            send(exchange, answer(exchange, body));
        }
    }

    private ControlApi.Answer answer(HttpExchange exchange, byte[] body) {
        try {
            return api.handle(exchange.getRequestMethod(), exchange.getRequestURI(), body);
        } catch (ServiceException.InvalidInput invalid) {
            return problem(Problem.of(invalid));
        } catch (ServiceException.NotFound unknown) {
            return problem(Problem.of(404, "Not Found", "NOT_FOUND", String.valueOf(unknown.getMessage())));
        } catch (RuntimeException bug) {
            return problem(Problem.of(
                    500, "Internal Server Error", "BUG", bug.getClass().getName()));
        }
    }

    private static ControlApi.Answer problem(Problem problem) {
        return new ControlApi.Answer(problem.status(), problem);
    }

    private static void send(HttpExchange exchange, ControlApi.Answer answer) throws IOException {
        if (answer.body() == null) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] json = JsonWriter.write(answer.body());
        boolean isProblem = answer.body() instanceof Problem;
        exchange.getResponseHeaders().set("Content-Type", isProblem ? Problem.MEDIA_TYPE : "application/json");
        exchange.sendResponseHeaders(answer.status(), json.length);
        exchange.getResponseBody().write(json);
    }
}
