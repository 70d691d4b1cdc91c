package org.stoppayment.gateway.feedback.freeze;

import io.grpc.Channel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.grpc.Peers;

/** The connection to account-freeze. */
@Singleton
public class FreezeChannel {

    private final Peer peer;

    FreezeChannel(Peers peers, GatewayConfig config) {
        peer = peers.to(
                ServiceNames.ACCOUNT_FREEZE,
                config.freeze().address(),
                config.freeze().timeout());
    }

    /** The channel; its calls have the time-out of one delivery. */
    public Channel get() {
        return peer;
    }

    @PreDestroy
    void close() {
        peer.close();
    }
}
