package org.stoppayment.gateway.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.stoppayment.kit.testing.TestCertificates;

/** A client that speaks HTTP/2 from the first byte, over one connection. */
public final class Http2Client implements AutoCloseable {

    private static final int PATIENCE = 10;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;

    /** As {@link Callbacks#BANK}. */
    public Http2Client(URL server) {
        client = vertx.createHttpClient(TestCertificates.http2(TestCertificates.institution(Callbacks.BANK))
                .setDefaultHost(server.getHost())
                .setDefaultPort(server.getPort()));
    }

    /** What the server answered. */
    public record Answer(int status, String type, String body, Map<String, String> headers) {}

    /** Sends a request with its length and its body. */
    public Answer post(String path, Map<String, String> headers, byte[] body) throws Exception {
        HttpClientRequest request = open(path, headers);
        request.putHeader("content-length", Integer.toString(body.length));
        request.end(Buffer.buffer(body));
        return answerOf(request);
    }

    /** Sends a request without a body. */
    public Answer send(String method, String path) throws Exception {
        HttpClientRequest request = open(HttpMethod.valueOf(method), path, Map.of());
        request.end();
        return answerOf(request);
    }

    /** A POST whose body is still to come, and whose length nobody knows. */
    public HttpClientRequest open(String path, Map<String, String> headers) throws Exception {
        return open(HttpMethod.POST, path, headers);
    }

    /** The answer to a request; a body that is still to come does not keep it back. */
    public static Answer answerOf(HttpClientRequest request) throws Exception {
        return await(request.response().compose(response -> response.body().map(body -> read(response, body))));
    }

    private static Answer read(HttpClientResponse response, Buffer body) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        return new Answer(response.statusCode(), headers.getOrDefault("content-type", ""), body.toString(), headers);
    }

    private HttpClientRequest open(HttpMethod method, String path, Map<String, String> headers) throws Exception {
        HttpClientRequest request = await(client.request(method, path));
        request.exceptionHandler(reset -> {}).setChunked(true);
        headers.forEach(request::putHeader);
        return request;
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE, SECONDS);
    }

    @Override
    public void close() throws Exception {
        await(vertx.close());
    }
}
