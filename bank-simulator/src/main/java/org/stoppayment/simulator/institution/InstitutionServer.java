package org.stoppayment.simulator.institution;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server of an institution: a WireMock server on the loopback interface. Answers are sent by separate threads, so that a
 * slow one does not delay others. It can be stopped and started again on the same port.
 */
final class InstitutionServer {

    private static final String LOOPBACK = "127.0.0.1";
    /** More than the 64 concurrent calls of the gateway, because a slow answer occupies its thread. */
    private static final int RESPONSE_THREADS = 80;

    private static final int REQUEST_THREADS = 48;
    /** Less than the 30 s after which the servlet container answers itself. */
    private static final int HANG_MILLIS = 25_000;

    private static final int DRIBBLE_CHUNKS = 20;
    private static final int DRIBBLE_MILLIS = 10_000;

    private final Function<Request, Reply> replies;
    private int port;
    private @Nullable WireMockServer server;

    /** A server that answers with {@code replies}; port 0 means a free port, which is chosen at the first start and then kept. */
    InstitutionServer(int port, Function<Request, Reply> replies) {
        this.port = port;
        this.replies = replies;
    }

    synchronized URI endpoint() {
        return URI.create("http://" + LOOPBACK + ":" + port);
    }

    synchronized void start() {
        if (server != null) {
            return;
        }
        WireMockServer next = new WireMockServer(WireMockConfiguration.options()
                .bindAddress(LOOPBACK)
                .port(port)
                .containerThreads(REQUEST_THREADS)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(RESPONSE_THREADS)
                .jettyStopTimeout(0L)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.BODY_FILE)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .notifier(new SilentNotifier())
                .extensions(new ReplyTransformer(replies)));
        next.start();
        next.stubFor(any(anyUrl()).willReturn(ok()));
        port = next.port();
        server = next;
    }

    synchronized void stop() {
        WireMockServer running = server;
        if (running != null) {
            server = null;
            running.stop();
        }
    }

    /** Computes all answers. */
    private record ReplyTransformer(Function<Request, Reply> replies) implements ResponseDefinitionTransformerV2 {

        @Override
        public String getName() {
            return "institution";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            Reply reply = replies.apply(event.getRequest());
            ResponseDefinitionBuilder answer = new ResponseDefinitionBuilder()
                    .withStatus(reply.status())
                    .withHeader("Content-Type", reply.mediaType())
                    .withBody(reply.body())
                    .withFixedDelay(reply.delayMillis());
            return switch (reply.delivery()) {
                case WHOLE -> answer.build();
                case SLOW_CHUNKS ->
                    answer.withChunkedDribbleDelay(DRIBBLE_CHUNKS, DRIBBLE_MILLIS)
                            .build();
                case RESET -> reset(reply.delayMillis());
                case NEVER -> reset(HANG_MILLIS);
            };
        }

        private static ResponseDefinition reset(int afterMillis) {
            return new ResponseDefinitionBuilder()
                    .withFixedDelay(afterMillis)
                    .withFault(Fault.CONNECTION_RESET_BY_PEER)
                    .build();
        }
    }

    /** Drops WireMock's reports of disconnected clients, which are expected here. */
    private static final class SilentNotifier implements Notifier {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}
    }
}
