package org.stoppayment.system.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.WebhookSignature;

/** The endpoint of a bank that does as it is told, once it has the secret that is shared with it. */
public final class ObedientBank implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");
    private static final Pattern APPLICATION_ID = Pattern.compile("\"applicationId\":\"([^\"]+)\"");

    private final HttpServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile String secret = "";

    private ObedientBank(HttpServer server) {
        this.server = server;
    }

    /** A bank that listens, and refuses every message until {@link #share}. */
    public static ObedientBank open() throws IOException {
        ObedientBank bank =
                new ObedientBank(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        bank.server.createContext("/", bank::answer);
        bank.server.start();
        return bank;
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on messages that are signed with this secret are taken. */
    public void share(String shared) {
        secret = shared;
    }

    /** Method and path of each message that came, the refused ones as well. */
    public List<String> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        received.add(exchange.getRequestMethod() + " " + path);
        if (!isGenuine(exchange, body)) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        Matcher id = APPLICATION_ID.matcher(new String(body, StandardCharsets.UTF_8));
        String answer = id.find()
                ? answers.computeIfAbsent(
                        id.group(1), order -> said(order, path, new String(body, StandardCharsets.UTF_8)))
                : answers.get(path.substring(path.lastIndexOf('/') + 1));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private boolean isGenuine(HttpExchange exchange, byte[] body) {
        return !secret.isEmpty()
                && new WebhookSignature(secret)
                        .verify(
                                exchange.getRequestHeaders().getFirst(WebhookSignature.ID_HEADER),
                                exchange.getRequestHeaders().getFirst(WebhookSignature.TIMESTAMP_HEADER),
                                exchange.getRequestHeaders().getFirst(WebhookSignature.SIGNATURE_HEADER),
                                body,
                                SystemTime.SOURCE.instant());
    }

    private static String said(String order, String path, String body) {
        String now = "\"" + SystemTime.SOURCE.instant().truncatedTo(ChronoUnit.SECONDS) + "\"";
        String more =
                switch (path) {
                    case "/v1/stops" -> ",\"balanceFen\":100,\"stoppedAt\":" + now;
                    case "/v1/freezes", "/v1/freezes/changes" ->
                        ",\"balanceFen\":100,\"freeze\":{\"frozenAt\":" + now + ",\"frozenFen\":50}";
                    case "/v1/queries" ->
                        ",\"accountNumber\":\"" + number(body) + "\",\"asOf\":" + now
                                + ",\"balance\":{\"balanceFen\":100,\"availableFen\":100,\"holds\":[]}";
                    default -> "";
                };
        return "{\"applicationId\":\"" + order + "\",\"resultCode\":\"0000\"" + more + "}";
    }

    private static String number(String body) {
        Matcher number = NUMBER.matcher(body);
        return number.find() ? number.group(1) : "";
    }
}
