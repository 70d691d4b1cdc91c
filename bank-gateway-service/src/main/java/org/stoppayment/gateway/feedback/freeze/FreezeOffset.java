package org.stoppayment.gateway.feedback.freeze;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.time.ClockAnchor;
import org.stoppayment.kit.time.CorrectedTime;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;
import org.stoppayment.proto.freeze.v1.GetTimeRequest;
import org.stoppayment.proto.freeze.v1.MutinyClockServiceGrpc;
import org.stoppayment.proto.freeze.v1.MutinyClockServiceGrpc.MutinyClockServiceStub;

/**
 * Anchors the clock of this service, which has no database, to account-freeze's: institutions refuse messages whose time is more than
 * five minutes off. The service starts without account-freeze; until it is there, the host's clock counts.
 */
@Singleton
public class FreezeOffset {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    /** Services start in any order. */
    private static final Duration STARTUP_GRACE = Duration.ofMinutes(1);

    private final CorrectedTime time;
    private final MutinyClockServiceStub freeze;
    private final ClockAnchor anchor;
    private final Job job;
    private final long started;

    FreezeOffset(CorrectedTime time, FreezeChannel channel, Jobs jobs) {
        this.time = time;
        this.freeze = MutinyClockServiceGrpc.newMutinyStub(channel.get());
        this.anchor = new ClockAnchor(time, "account-freeze's");
        this.job = jobs.named("clock-offset");
        this.started = time.nanoTime();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> everySecond() {
        return isDue() ? job.run(this::measureUnlessAway) : Uni.createFrom().voidItem();
    }

    /** Takes a sample; fails when account-freeze does not answer. */
    public Uni<Void> measure() {
        return Uni.createFrom().deferred(() -> {
            long asked = time.nanoTime();
            return freeze.getTime(GetTimeRequest.getDefaultInstance())
                    .invoke(answer -> anchor.apply(CommonWire.instant(answer.getTime()), asked, time.nanoTime()))
                    .replaceWithVoid();
        });
    }

    /** An anchor stays good while account-freeze is away for some minutes, so that is no failure yet. */
    private Uni<Void> measureUnlessAway() {
        Uni<Void> sample = measure();
        return isOverdue() ? sample : sample.onFailure().recoverWithNull();
    }

    private boolean isDue() {
        return time.sinceAnchored().map(age -> age.compareTo(INTERVAL) >= 0).orElse(true);
    }

    private boolean isOverdue() {
        return time.sinceAnchored()
                .map(age -> age.compareTo(ClockAnchor.MAX_AGE) > 0)
                .orElseGet(() -> Duration.ofNanos(time.nanoTime() - started).compareTo(STARTUP_GRACE) > 0);
    }
}
