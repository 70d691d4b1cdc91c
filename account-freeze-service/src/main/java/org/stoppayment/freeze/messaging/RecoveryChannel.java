package org.stoppayment.freeze.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.outbox.EventChannel;
import org.stoppayment.kit.outbox.GrpcEventChannel;

/** Freeze's events go to fund-recovery. */
@Singleton
class RecoveryChannel {

    private final Peer recovery;

    RecoveryChannel(
            @ConfigProperty(name = "stoppayment.recovery.address") String address,
            @ConfigProperty(name = "stoppayment.recovery.deadline", defaultValue = "PT5S") Duration deadline) {
        recovery = new Peer(address, deadline);
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
