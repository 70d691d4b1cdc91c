package org.stoppayment.gateway.banks.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.stoppayment.gateway.banks.StandInInstitution;
import org.stoppayment.kernel.WebhookSignature;

/** Answers every order of the institution API v1 with 0000, on a free port of the loopback address. */
@Singleton
class LoopbackInstitution implements StandInInstitution {

    private static final String HOST = "127.0.0.1";

    private final Vertx vertx;
    private final InstantSource time;
    private final AtomicInteger answered = new AtomicInteger();
    private volatile @Nullable HttpServer server;

    LoopbackInstitution(Vertx vertx, InstantSource time) {
        this.vertx = vertx;
        this.time = time;
    }

    @Override
    public Uni<URI> open() {
        HttpServer opening = vertx.createHttpServer().requestHandler(this::answer);
        return Uni.createFrom()
                .completionStage(() -> opening.listen(0, HOST).toCompletionStage())
                .invoke(listening -> server = listening)
                .map(listening -> URI.create("http://" + HOST + ":" + listening.actualPort()));
    }

    @Override
    public void close() {
        @Nullable HttpServer open = server;
        if (open != null) {
            open.close();
        }
    }

    /** Number of orders so far. */
    int answered() {
        return answered.get();
    }

    private void answer(HttpServerRequest request) {
        JsonObject stopped = new JsonObject()
                .put("applicationId", request.getHeader(WebhookSignature.ID_HEADER))
                .put("resultCode", "0000")
                .put("stoppedAt", time.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("balanceFen", 100);
        answered.incrementAndGet();
        request.endHandler(read ->
                request.response().putHeader("content-type", "application/json").end(stopped.toBuffer()));
        request.resume();
    }
}
