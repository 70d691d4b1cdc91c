package org.stoppayment.gateway.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An institution that receives orders and answers them only after {@link #release}. */
public final class HoldingServer implements AutoCloseable {

    private static final int ACCEPTED = 202;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<String> arrivals = new CopyOnWriteArrayList<>();

    HoldingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** From now on every order is answered, with 202. */
    public void release() {
        released.countDown();
    }

    /** Ids of the orders, in the order of their arrival. */
    public List<String> arrivals() {
        return arrivals;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            arrivals.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.getRequestBody().readAllBytes();
            released.await();
            exchange.sendResponseHeaders(ACCEPTED, NO_BODY);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
