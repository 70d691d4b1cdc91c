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
 * The HTTP side of an institution: a WireMock server of its own on the loopback interface. Answers are sent by their own
 * threads, so that one that hangs or dribbles holds up no other. It can stop listening and come back on the same port.
 */
final class InstitutionServer {

    private static final String LOOPBACK = "127.0.0.1";
    /** The gateway calls with 64 at once; an answer that dribbles keeps its thread. */
    private static final int ANSWERING_THREADS = 80;

    private static final int TAKING_THREADS = 48;
    /** Below the 30 s after which the servlet container would answer by itself. */
    private static final int HANG_MILLIS = 25_000;

    private static final int DRIBBLE_PIECES = 20;
    private static final int DRIBBLE_MILLIS = 10_000;

    private final Function<Request, Reply> replies;
    private int port;
    private @Nullable WireMockServer server;

    /** A server that answers with {@code replies}; port 0 takes a free one at the first start, and keeps it. */
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
                .containerThreads(TAKING_THREADS)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(ANSWERING_THREADS)
                .jettyStopTimeout(0L)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.BODY_FILE)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .notifier(new Silence())
                .extensions(new Answering(replies)));
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

    /** Computes every answer. */
    private record Answering(Function<Request, Reply> replies) implements ResponseDefinitionTransformerV2 {

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
                    answer.withChunkedDribbleDelay(DRIBBLE_PIECES, DRIBBLE_MILLIS)
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

    /** WireMock reports every client that went away; here they are meant to. */
    private static final class Silence implements Notifier {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}
    }
}
