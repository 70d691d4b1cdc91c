package org.stoppayment.freeze.books.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.grpc.Peers;
import org.stoppayment.kit.outbox.EventChannel;
import org.stoppayment.kit.outbox.GrpcEventChannel;

/** The channel of freeze's events to fund-recovery. */
@Singleton
class RecoveryChannel {

    private final Peer recovery;

    RecoveryChannel(Peers peers, RecoveryConfig config) {
        recovery = peers.to(ServiceNames.FUND_RECOVERY, config.address(), config.deadline());
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
