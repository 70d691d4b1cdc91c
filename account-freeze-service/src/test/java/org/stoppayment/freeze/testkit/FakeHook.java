package org.stoppayment.freeze.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Where alerts are posted to: it takes them, unless it is told otherwise. */
public final class FakeHook {

    private static final int TAKEN = 204;
    private static final int LONGEST_HANG_SECONDS = 60;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Queue<String> posted = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private volatile String hangsOn = "";
    private volatile CompletableFuture<Void> released = new CompletableFuture<>();

    FakeHook() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
    }

    /** What was posted about an order, taken or not, as it came. */
    public List<String> postedAbout(String applicationId) {
        return posted.stream()
                .filter(alert ->
                        new JsonObject(alert).getString("applicationId").equals(applicationId))
                .toList();
    }

    /** The next post is answered with this status. */
    public void refusesOnceWith(int status) {
        refusals.add(status);
    }

    /** Posts about this order are not answered, until it is released. */
    public void hangsOn(String applicationId) {
        hangsOn = applicationId;
    }

    /** Answers what hangs, late as it is. */
    public void release() {
        hangsOn = "";
        released.complete(null);
    }

    void reset() {
        release();
        released = new CompletableFuture<>();
        posted.clear();
        refusals.clear();
    }

    void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String alert = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posted.add(alert);
        if (!hangsOn.isEmpty() && alert.contains(hangsOn)) {
            released.orTimeout(LONGEST_HANG_SECONDS, TimeUnit.SECONDS).join();
        }
        Integer refusal = refusals.poll();
        exchange.sendResponseHeaders(refusal == null ? TAKEN : refusal, -1);
        exchange.close();
    }
}
