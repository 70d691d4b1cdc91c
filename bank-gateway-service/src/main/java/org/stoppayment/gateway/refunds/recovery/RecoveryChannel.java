package org.stoppayment.gateway.refunds.recovery;

import io.grpc.Channel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.grpc.Peers;

/** The connection to fund-recovery. */
@Singleton
class RecoveryChannel {

    private final Peer peer;

    RecoveryChannel(Peers peers, GatewayConfig config) {
        peer = peers.to(
                ServiceNames.FUND_RECOVERY,
                config.recovery().address(),
                config.recovery().timeout());
    }

    /** The channel; its calls have the time-out of one delivery. */
    Channel get() {
        return peer;
    }

    @PreDestroy
    void close() {
        peer.close();
    }
}
