package org.stoppayment.kit.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.SystemTime;

/**
 * The connection to another service, by mutual TLS 1.3. Every call has a deadline. After a connection failure every call reconnects at
 * once instead of waiting for gRPC's growing backoff, so that a peer that is back is found within a second. A flow that a firewall has
 * dropped without a word is found, too: by a ping at least every ten seconds, and because a connection that was idle is not used again.
 * Calls use a new connection when this service has another certificate, and after ten minutes, so that a revoked one is not used on.
 */
public final class Peer extends Channel implements AutoCloseable {

    private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):([0-9]{1,5})");
    private static final int MAX_INBOUND_BYTES = 16 << 20;

    /** The shortest time that gRPC allows. */
    private static final int KEEP_ALIVE_SECONDS = 10;

    private static final int KEEP_ALIVE_TIMEOUT_SECONDS = 3;

    /** Shorter than the time after which firewalls and NAT forget a flow, commonly a minute or more. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    /** So long a connection is used. */
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private final String service;
    private final String host;
    private final int port;
    private final Duration idle;
    private final long deadlineMillis;
    private final Supplier<SslContext> tls;
    private volatile Connection connection;
    private @Nullable Connection previous;

    /**
     * @param service name of the service, which its certificate must have
     * @param address {@code host:port}
     * @param deadline default deadline of a call
     * @param tls certificate and authorities of this end; connections are renewed when it gives another object
     */
    Peer(String service, String address, Duration deadline, Supplier<SslContext> tls) {
        this(service, address, deadline, tls, IDLE);
    }

    /** {@code idle}: a connection without calls for this long is closed, at least one second. */
    Peer(String service, String address, Duration deadline, Supplier<SslContext> tls, Duration idle) {
        Matcher parts = HOST_AND_PORT.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("address: " + address + " (expected: host:port)");
        }
        this.service = service;
        this.host = parts.group(1);
        this.port = Integer.parseInt(parts.group(2));
        this.idle = idle;
        this.deadlineMillis = deadline.toMillis();
        this.tls = tls;
        this.connection = open();
    }

    private Connection open() {
        SslContext own = tls.get();
        return new Connection(
                NettyChannelBuilder.forAddress(host, port)
                        .sslContext(own)
                        .overrideAuthority(service)
                        .directExecutor()
                        .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                        .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .keepAliveWithoutCalls(true)
                        .idleTimeout(idle.toMillis(), TimeUnit.MILLISECONDS)
                        .maxInboundMessageSize(MAX_INBOUND_BYTES)
                        .build(),
                own,
                SystemTime.SOURCE.nanoTime());
    }

    private ManagedChannel channel() {
        Connection now = connection;
        return isUsable(now) ? now.channel() : renew();
    }

    private boolean isUsable(Connection open) {
        return open.tls() == tls.get() && SystemTime.SOURCE.nanoTime() - open.openedAt() < MAX_AGE.toNanos();
    }

    /** Closes the connection before the last: calls may still be about to begin on the last one. */
    private synchronized ManagedChannel renew() {
        if (!isUsable(connection)) {
            if (previous != null) {
                previous.channel().shutdown();
            }
            previous = connection;
            connection = open();
        }
        return connection.channel();
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
        ManagedChannel channel = channel();
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
        }
        return channel.newCall(
                method,
                options.getDeadline() == null
                        ? options.withDeadlineAfter(deadlineMillis, TimeUnit.MILLISECONDS)
                        : options);
    }

    /** True when no connection is open because there has been no call for a while. */
    boolean isIdle() {
        return connection.channel().getState(false) == ConnectivityState.IDLE;
    }

    @Override
    public String authority() {
        return service;
    }

    @Override
    public synchronized void close() {
        connection.channel().shutdownNow();
        if (previous != null) {
            previous.channel().shutdownNow();
        }
    }

    private record Connection(ManagedChannel channel, SslContext tls, long openedAt) {}
}
