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
import org.stoppayment.kernel.WebhookSignature;

/** Where alerts are posted to: it takes them, unless it is told otherwise. */
public final class FakeHook {

    private static final int TAKEN = 204;
    private static final int LONGEST_HANG_SECONDS = 60;

    /** The secret in use, and the one that it replaces. */
    public static final List<String> SECRETS =
            List.of("whsec_bmV3LXNlY3JldC1vZi10aGUtYWxlcnRz", "whsec_b2xkLXNlY3JldC1vZi10aGUtYWxlcnRz");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Queue<Post> posted = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private volatile String hangsOn = "";
    private volatile CompletableFuture<Void> released = new CompletableFuture<>();

    /** An alert as it came. */
    public record Post(String id, String timestamp, String signatures, String body) {

        private static Post of(HttpExchange exchange) throws IOException {
            return new Post(
                    header(exchange, WebhookSignature.ID_HEADER),
                    header(exchange, WebhookSignature.TIMESTAMP_HEADER),
                    header(exchange, WebhookSignature.SIGNATURE_HEADER),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }

        private static String header(HttpExchange exchange, String name) {
            return String.valueOf(exchange.getRequestHeaders().getFirst(name));
        }

        private boolean isAbout(String applicationId) {
            return new JsonObject(body).getString("applicationId").equals(applicationId);
        }
    }

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
        return postsAbout(applicationId).stream().map(Post::body).toList();
    }

    /** The same, with the headers. */
    public List<Post> postsAbout(String applicationId) {
        return posted.stream().filter(post -> post.isAbout(applicationId)).toList();
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
        Post post = Post.of(exchange);
        posted.add(post);
        if (!hangsOn.isEmpty() && post.isAbout(hangsOn)) {
            released.orTimeout(LONGEST_HANG_SECONDS, TimeUnit.SECONDS).join();
        }
        Integer refusal = refusals.poll();
        exchange.sendResponseHeaders(refusal == null ? TAKEN : refusal, -1);
        exchange.close();
    }
}
