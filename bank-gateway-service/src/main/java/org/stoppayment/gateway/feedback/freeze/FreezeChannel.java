package org.stoppayment.gateway.feedback.freeze;

import io.grpc.Channel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.kit.grpc.Peer;

/** The connection to account-freeze. */
@Singleton
public class FreezeChannel {

    private final Peer peer;

    FreezeChannel(GatewayConfig config) {
        peer = new Peer(config.freeze().address(), config.freeze().timeout());
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
