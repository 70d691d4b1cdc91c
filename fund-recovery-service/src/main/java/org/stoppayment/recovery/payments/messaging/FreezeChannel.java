package org.stoppayment.recovery.payments.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.grpc.Peers;
import org.stoppayment.kit.outbox.EventChannel;
import org.stoppayment.kit.outbox.GrpcEventChannel;

/** The channel of fund-recovery's events to account-freeze. */
@Singleton
class FreezeChannel {

    private final Peer freeze;

    FreezeChannel(Peers peers, FreezeConfig config) {
        freeze = peers.to(ServiceNames.ACCOUNT_FREEZE, config.address(), config.deadline());
    }

    @Produces
    @Singleton
    EventChannel toFreeze() {
        return new GrpcEventChannel(freeze);
    }

    @PreDestroy
    void close() {
        freeze.close();
    }
}
