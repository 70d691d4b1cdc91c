package org.stoppayment.freeze.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.freeze.ServiceConfig;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.outbox.EventChannel;
import org.stoppayment.kit.outbox.GrpcEventChannel;

/** Freeze's events go to fund-recovery. */
@Singleton
class RecoveryChannel {

    private final Peer recovery;

    RecoveryChannel(ServiceConfig config) {
        recovery = new Peer(config.recovery().address(), config.recovery().deadline());
    }

    @Produces
    @Singleton
    EventChannel toRecovery() {
        return new GrpcEventChannel(recovery);
    }

    @PreDestroy
    void close() {
        recovery.close();
    }
}
