package org.stoppayment.gateway.feedback.freeze;

import io.grpc.Channel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.kit.grpc.Peer;

/** The connection to account-freeze. */
@Singleton
class FreezeChannel {

    private final Peer peer;

    FreezeChannel(GatewayConfig config) {
        peer = new Peer(config.freeze().address(), config.freeze().timeout());
    }

    Channel get() {
        return peer;
    }

    @PreDestroy
    void close() {
        peer.close();
    }
}
