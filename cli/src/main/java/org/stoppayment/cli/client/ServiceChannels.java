package org.stoppayment.cli.client;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.stoppayment.certificates.PemIdentity;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.text.Language;

/**
 * The connections to the services, each opened when it is needed first. Both ends have certificates; that of a service must name it,
 * whatever its address is. Thread-safe.
 */
final class ServiceChannels implements AutoCloseable {

    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int KEEP_ALIVE_TIMEOUT_SECONDS = 3;
    private static final int MAX_INBOUND_BYTES = 16 * 1024 * 1024;

    private final Map<ServiceName, String> addresses;
    private final CertificateFiles certificates;
    private final Language language;
    private final Map<ServiceName, ManagedChannel> channels = new HashMap<>();
    private Optional<PemIdentity> identity = Optional.empty();
    private volatile Optional<ServiceName> lastFailed = Optional.empty();

    ServiceChannels(Map<ServiceName, String> addresses, CertificateFiles certificates, Language language) {
        this.addresses = Map.copyOf(addresses);
        this.certificates = certificates;
        this.language = language;
    }

    /** Starts to connect to all services. */
    void connect() {
        addresses.keySet().forEach(service -> channel(service).getState(true));
    }

    /** The last service that failed or was unavailable, empty when none was. */
    Optional<ServiceName> lastFailed() {
        return lastFailed;
    }

    /**
     * The connection for a stream. When the last attempt to connect failed, a new one is opened, with the certificates as they are now: a
     * stream may live longer than they do.
     */
    synchronized ManagedChannel stream(ServiceName service) {
        ManagedChannel channel = channel(service);
        if (channel.getState(false) != ConnectivityState.TRANSIENT_FAILURE) {
            return channel;
        }
        channel.shutdownNow();
        channels.remove(service);
        identity = Optional.empty();
        return channel(service);
    }

    /** The connection to a service. */
    synchronized ManagedChannel channel(ServiceName service) {
        return channels.computeIfAbsent(service, this::open);
    }

    private ManagedChannel open(ServiceName service) {
        String address = addresses.get(service);
        if (address == null) {
            throw new IllegalArgumentException(
                    "service: " + service + " (expected: one of " + addresses.keySet() + ")");
        }
        return OkHttpChannelBuilder.forTarget(address)
                .sslSocketFactory(new TlsSockets(identity(), service))
                .overrideAuthority(service.subject().name())
                .intercept(
                        new LanguageInterceptor(language),
                        new FailureInterceptor(() -> lastFailed = Optional.of(service)))
                .maxInboundMessageSize(MAX_INBOUND_BYTES)
                .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .build();
    }

    private PemIdentity identity() {
        PemIdentity own = identity.orElseGet(() -> certificates.identity(CertificateFiles.COMMAND));
        identity = Optional.of(own);
        return own;
    }

    @Override
    public synchronized void close() {
        List<ManagedChannel> open = new ArrayList<>(channels.values());
        channels.clear();
        open.forEach(ManagedChannel::shutdownNow);
    }
}
