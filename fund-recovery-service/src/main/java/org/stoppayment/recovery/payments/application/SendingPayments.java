package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.stoppayment.kit.logging.SanitizedThrowable;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentEvent;
import org.stoppayment.recovery.payments.domain.PaymentState;
import org.stoppayment.recovery.payments.domain.RefundAnswer;

/**
 * Sends payments, and inquires about those that were taken or are in doubt. Each is durable as sent before it is sent: whatever happens then, it
 * is inquired about before it is sent again, with the same id. Does not wait for institutions; any number of replicas may run it at once.
 */
@ApplicationScoped
public class SendingPayments {

    private static final Logger LOG = Logger.getLogger(SendingPayments.class);

    private final Payments payments;
    private final PaymentBases bases;
    private final PaymentGateway gateway;
    private final RecordingPayments recording;
    private final PaymentConfig config;
    private final InstantSource clock;
    private final AtomicInteger inFlight = new AtomicInteger();

    SendingPayments(
            Payments payments,
            PaymentBases bases,
            PaymentGateway gateway,
            RecordingPayments recording,
            PaymentConfig config,
            InstantSource clock) {
        this.payments = payments;
        this.bases = bases;
        this.gateway = gateway;
        this.recording = recording;
        this.config = config;
        this.clock = clock;
    }

    /** Number of messages in flight in this process. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Begins with what is due; returns at once. */
    void wake() {
        advance()
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("payments stay due (%s)", SanitizedThrowable.brief(failure)));
    }

    /** Advances all due payments by one step; ends when each step has begun. */
    public Uni<Void> advance() {
        int room = reserve();
        if (room == 0) {
            return Uni.createFrom().voidItem();
        }
        return payments.claimDue(clock.instant(), config.lease(), room)
                .onFailure()
                .invoke(() -> inFlight.addAndGet(-room))
                .chain(due -> {
                    inFlight.addAndGet(due.size() - room);
                    due.forEach(this::start);
                    return due.size() == room ? advance() : Uni.createFrom().voidItem();
                });
    }

    /** All places that are free. */
    private int reserve() {
        int before = inFlight.getAndUpdate(taken -> Math.max(taken, config.maxInFlight()));
        return Math.max(0, config.maxInFlight() - before);
    }

    private void start(Payment payment) {
        step(payment)
                .onTermination()
                .invoke(inFlight::decrementAndGet)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "payment %s stays due (%s)", payment.id(), SanitizedThrowable.brief(failure)));
    }

    private Uni<Void> step(Payment payment) {
        if (payment.state() == PaymentState.SENDING) {
            return bases.of(payment)
                    .chain(basis -> basis.map(found -> gateway.send(payment, found))
                            .orElseGet(() -> Uni.createFrom()
                                    .item(RefundAnswer.of(PaymentEvent.NEEDS_PERSON, "NO_LEGAL_BASIS"))))
                    .chain(answer -> recording.record(payment.id(), answer))
                    .replaceWithVoid();
        }
        return gateway.inquire(payment)
                .chain(answer -> recording.recordInquiry(payment.id(), answer))
                .replaceWithVoid();
    }
}
