package org.stoppayment.intake.grpc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.intake.IntakeConfig;
import org.stoppayment.kit.grpc.Peer;

/** The connection to account-freeze. */
@ApplicationScoped
class FreezePeer {

    @Produces
    @Singleton
    Peer connect(IntakeConfig config) {
        return new Peer(config.freeze().address(), config.freeze().deadline());
    }

    void close(@Disposes Peer peer) {
        peer.close();
    }
}
