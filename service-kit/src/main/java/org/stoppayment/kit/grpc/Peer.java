package org.stoppayment.kit.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The connection to another service. Every call has a deadline. After a connection failure every call reconnects at once instead
 * of waiting for gRPC's growing backoff, so that a peer that is back is found within a second. A flow that a firewall has dropped
 * without a word is found, too: by a ping at least every ten seconds, and because a connection that was idle is not used again.
 */
public final class Peer extends Channel implements AutoCloseable {

    private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):([0-9]{1,5})");
    private static final int MAX_INBOUND_BYTES = 16 << 20;

    /** The shortest time that gRPC allows. */
    private static final int KEEP_ALIVE_SECONDS = 10;

    private static final int KEEP_ALIVE_TIMEOUT_SECONDS = 3;

    /** Shorter than the time after which firewalls and NAT forget a flow, commonly a minute or more. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final ManagedChannel channel;
    private final long deadlineMillis;

    /**
     * @param address {@code host:port}
     * @param deadline default deadline of a call
     */
    public Peer(String address, Duration deadline) {
        this(address, deadline, IDLE);
    }

    /** {@code idle}: a connection without calls for this long is closed, at least one second. */
    Peer(String address, Duration deadline, Duration idle) {
        Matcher parts = HOST_AND_PORT.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("address: " + address + " (expected: host:port)");
        }
        channel = ManagedChannelBuilder.forAddress(parts.group(1), Integer.parseInt(parts.group(2)))
                .usePlaintext()
                .directExecutor()
                .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .keepAliveWithoutCalls(true)
                .idleTimeout(idle.toMillis(), TimeUnit.MILLISECONDS)
                .maxInboundMessageSize(MAX_INBOUND_BYTES)
                .build();
        deadlineMillis = deadline.toMillis();
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
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
        return channel.getState(false) == ConnectivityState.IDLE;
    }

    @Override
    public String authority() {
        return channel.authority();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
