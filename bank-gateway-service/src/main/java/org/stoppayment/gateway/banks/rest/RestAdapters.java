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
import org.stoppayment.gateway.banks.ExchangeRecorder;
import org.stoppayment.gateway.banks.InstitutionAdapter;
import org.stoppayment.gateway.registry.domain.CallLimits;
import org.stoppayment.gateway.registry.domain.Institution;

/** Creates adapters for the institution API v1, each with its own connection pool. */
@Singleton
class RestAdapters implements AdapterFactory {

    /**
     * Shorter than the idle time-out of common servers (5 s and more): a request on a connection that the server is closing would
     * be in doubt.
     */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final Vertx vertx;
    private final InstantSource time;

    RestAdapters(Vertx vertx, InstantSource time) {
        this.vertx = vertx;
        this.time = time;
    }

    @Override
    public InstitutionAdapter adapterFor(Institution institution, ExchangeRecorder recorder) {
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
        // A lost connection is the outcome of its call; it is not logged, too.
        HttpClient client = vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(connection -> connection.exceptionHandler(lost -> {}))
                .build();
        RestClient restClient = new RestClient(client, Endpoint.of(institution.endpoint()), recorder);
        return new RestAdapter(restClient, institution.signature(), time, recorder);
    }
}
