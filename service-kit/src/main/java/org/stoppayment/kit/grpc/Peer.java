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
 * of waiting for gRPC's growing backoff, so that a peer that is back is found within a second.
 */
public final class Peer extends Channel implements AutoCloseable {

    private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):([0-9]{1,5})");
    private static final int MAX_INBOUND_BYTES = 16 << 20;

    private final ManagedChannel channel;
    private final long deadlineMillis;

    /**
     * @param address {@code host:port}
     * @param deadline default deadline of a call
     */
    public Peer(String address, Duration deadline) {
        Matcher parts = HOST_AND_PORT.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("address: " + address + " (expected: host:port)");
        }
        channel = ManagedChannelBuilder.forAddress(parts.group(1), Integer.parseInt(parts.group(2)))
                .usePlaintext()
                .directExecutor()
                .keepAliveTime(30, TimeUnit.SECONDS)
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

    @Override
    public String authority() {
        return channel.authority();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
