package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean isClaiming = new AtomicBoolean();
    private final AtomicBoolean mayBeMore = new AtomicBoolean();

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
        begin(advance());
    }

    /** True when so many payments may be sent at once; there is room for them then, until they are sent or it is given back. */
    boolean reserve(int count) {
        int before =
                inFlight.getAndUpdate(current -> current + count <= config.maxInFlight() ? current + count : current);
        return before + count <= config.maxInFlight();
    }

    /** Gives room back. */
    void release(int count) {
        inFlight.addAndGet(-count);
        goOn();
    }

    /** Sends payments for which there is room, and which are durable as sent; returns at once. */
    void send(List<Payment> sent) {
        sent.forEach(this::start);
    }

    private static void begin(Uni<Void> work) {
        work.subscribe()
                .with(done -> {}, failure -> LOG.warnf("payments stay due (%s)", SanitizedThrowable.brief(failure)));
    }

    /** Advances all due payments by one step, as many at once as may be; ends when each step that there is room for has begun. */
    public Uni<Void> advance() {
        return Uni.createFrom().deferred(() -> {
            mayBeMore.set(true);
            return claim();
        });
    }

    /** One claim at a time: what becomes due meanwhile is claimed together afterwards. */
    private Uni<Void> claim() {
        if (!isClaiming.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        int room = config.maxInFlight() - inFlight.get();
        Uni<Void> claimed = room > 0 && mayBeMore.getAndSet(false)
                ? payments.claimDue(clock.instant(), config.lease(), room)
                        .invoke(due -> {
                            mayBeMore.compareAndSet(false, due.size() == room);
                            inFlight.addAndGet(due.size());
                            due.forEach(this::start);
                        })
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
        return claimed.onTermination()
                .invoke(() -> isClaiming.set(false))
                .chain(() -> isBehind() ? claim() : Uni.createFrom().voidItem());
    }

    /** True when payments may be due and there is room for them. */
    private boolean isBehind() {
        return mayBeMore.get() && inFlight.get() < config.maxInFlight();
    }

    private void start(Payment payment) {
        step(payment)
                .onTermination()
                .invoke(inFlight::decrementAndGet)
                .subscribe()
                .with(done -> goOn(), failure -> {
                    LOG.warnf("payment %s stays due (%s)", payment.id(), SanitizedThrowable.brief(failure));
                    goOn();
                });
    }

    /** There is room again for what was left. */
    private void goOn() {
        if (isBehind()) {
            begin(claim());
        }
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
