package org.stoppayment.intake.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.outbox.EventChannel;
import org.stoppayment.kit.outbox.GrpcEventChannel;

/** Delivers intake's events to account-freeze. */
@ApplicationScoped
class FreezeChannel {

    @Produces
    @Singleton
    EventChannel toFreeze(Peer freeze) {
        return new GrpcEventChannel(freeze);
    }
}
