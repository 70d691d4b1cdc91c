package org.stoppayment.gateway.banks.rest;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.stoppayment.gateway.banks.AdapterFactory;
import org.stoppayment.gateway.banks.InstitutionAdapter;
import org.stoppayment.gateway.registry.domain.CallLimits;
import org.stoppayment.gateway.registry.domain.Institution;

/** Makes adapters for the institution API v1; each has a pool of connections of its own. */
@Singleton
class RestAdapters implements AdapterFactory {

    /**
     * Shorter than the idle time-out of common servers (5 s and more): a message written into a connection that the other
     * side is just closing would be in doubt.
     */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final Vertx vertx;
    private final InstantSource time;

    RestAdapters(Vertx vertx, InstantSource time) {
        this.vertx = vertx;
        this.time = time;
    }

    @Override
    public InstitutionAdapter adapterFor(Institution institution) {
        CallLimits limits = institution.limits();
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setPipelining(false)
                .setTcpNoDelay(true)
                .setVerifyHost(true)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setConnectTimeout(Math.toIntExact(limits.timeout().toMillis() / 2));
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(limits.concurrency());
        // A lost connection is an outcome of the call that it carried: nothing to log here.
        HttpClient client = vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(connection -> connection.exceptionHandler(lost -> {}))
                .build();
        HttpExchange http = new HttpExchange(client, Endpoint.of(institution.endpoint()));
        return new RestAdapter(http, institution.signature(), time);
    }
}
