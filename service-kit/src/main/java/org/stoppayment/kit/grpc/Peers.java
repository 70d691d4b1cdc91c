package org.stoppayment.kit.grpc;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.stoppayment.kit.security.TlsIdentity;

/** Connects to other services, by mutual TLS. */
@Singleton
public class Peers {

    private final TlsIdentity tls;

    public Peers(TlsIdentity tls) {
        this.tls = tls;
    }

    /**
     * The connection to a service; the caller closes it.
     *
     * @param service its name, which its certificate must have; see {@link org.stoppayment.kernel.ServiceNames}
     * @param address {@code host:port}
     * @param deadline default deadline of a call
     */
    public Peer to(String service, String address, Duration deadline) {
        return new Peer(service, address, deadline, tls::client);
    }

    /** The connection to this service itself. */
    public Peer toSelf(String address, Duration deadline) {
        return to(tls.ownSubject().name(), address, deadline);
    }
}
