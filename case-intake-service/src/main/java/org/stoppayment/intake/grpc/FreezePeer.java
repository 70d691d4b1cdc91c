package org.stoppayment.intake.grpc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.intake.IntakeConfig;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.grpc.Peers;

/** The connection to account-freeze. */
@ApplicationScoped
class FreezePeer {

    @Produces
    @Singleton
    Peer connect(Peers peers, IntakeConfig config) {
        return peers.to(
                ServiceNames.ACCOUNT_FREEZE,
                config.freeze().address(),
                config.freeze().deadline());
    }

    void close(@Disposes Peer peer) {
        peer.close();
    }
}
