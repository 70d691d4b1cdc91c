package org.stoppayment.intake.grpc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stoppayment.kit.grpc.Peer;

/** The connection to account-freeze. */
@ApplicationScoped
class FreezePeer {

    @Produces
    @Singleton
    Peer connect(
            @ConfigProperty(name = "stoppayment.freeze.address") String address,
            @ConfigProperty(name = "stoppayment.freeze.deadline", defaultValue = "PT5S") Duration deadline) {
        return new Peer(address, deadline);
    }

    void close(@Disposes Peer peer) {
        peer.close();
    }
}
