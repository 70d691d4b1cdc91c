package org.stoppayment.intake.grpc;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.stoppayment.intake.IntakeConfig;
import org.stoppayment.intake.application.CommitQueue;
import org.stoppayment.kit.admission.CallAdmission;
import org.stoppayment.kit.outbox.OutboxRelay;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;

/**
 * Takes reports as long as they become durable, and leave for account-freeze, soon enough. Reads are refused first: whoever reads
 * can look again, and a report that waits is money that moves on. Waits are bounded, not numbers: a number would be too small for a
 * fast machine and too large for a slow one.
 */
@ApplicationScoped
class IntakeAdmission implements CallAdmission {

    private static final String SERVICE = CaseIntakeServiceGrpc.SERVICE_NAME + "/";
    private static final Set<String> WRITES = Set.of(
            CaseIntakeServiceGrpc.getReportFraudMethod().getFullMethodName(),
            CaseIntakeServiceGrpc.getSupplementCaseMethod().getFullMethodName(),
            CaseIntakeServiceGrpc.getWithdrawCaseMethod().getFullMethodName(),
            CaseIntakeServiceGrpc.getFileCaseMethod().getFullMethodName(),
            CaseIntakeServiceGrpc.getCorrectFilingMethod().getFullMethodName(),
            CaseIntakeServiceGrpc.getCloseCaseMethod().getFullMethodName());

    private static final double MILLIS_A_SECOND = 1_000;

    private final CommitQueue commits;
    private final Supplier<Duration> handoverWait;
    private final IntakeConfig.Overload bounds;
    private final AtomicInteger reads = new AtomicInteger();
    private final Counter refusedReports;
    private final Counter refusedReads;

    @Inject
    IntakeAdmission(CommitQueue commits, OutboxRelay relay, IntakeConfig config, MeterRegistry registry) {
        this(commits, relay::expectedWait, config.overload(), registry);
    }

    IntakeAdmission(
            CommitQueue commits,
            Supplier<Duration> handoverWait,
            IntakeConfig.Overload bounds,
            MeterRegistry registry) {
        this.commits = commits;
        this.handoverWait = handoverWait;
        this.bounds = bounds;
        this.refusedReports = refused(registry, "report");
        this.refusedReads = refused(registry, "read");
        Gauge.builder(
                        "stoppayment.submissions.expected.wait.seconds",
                        () -> commits.expectedWait().toMillis() / MILLIS_A_SECOND)
                .description("How long a report that is taken now would wait for its commit to begin")
                .register(registry);
    }

    private static Counter refused(MeterRegistry registry, String kind) {
        return Counter.builder("stoppayment.calls.refused")
                .description("Calls that were refused because there was too much to do")
                .tag("kind", kind)
                .register(registry);
    }

    /** Other services of this process, such as health, are always taken. */
    @Override
    public Optional<String> refusal(String method) {
        if (!method.startsWith(SERVICE)) {
            return Optional.empty();
        }
        return WRITES.contains(method) ? refusalOfReport() : refusalOfRead();
    }

    private Optional<String> refusalOfReport() {
        Optional<String> reason = tooLong("for the commit", commits.expectedWait(), bounds.commitWait())
                .or(() -> tooLong("for account-freeze", handoverWait.get(), bounds.handoverWait()));
        reason.ifPresent(refused -> refusedReports.increment());
        return reason;
    }

    /** Counts the read if it is taken. */
    private Optional<String> refusalOfRead() {
        Optional<String> reason = tooLong("for a commit", commits.expectedWait(), bounds.readWait());
        if (reason.isEmpty() && reads.incrementAndGet() > bounds.maxReads()) {
            reads.decrementAndGet();
            reason = Optional.of(
                    "reads at the same time: more than " + bounds.maxReads() + " (expected: at most that many)");
        }
        reason.ifPresent(refused -> refusedReads.increment());
        return reason;
    }

    @Override
    public void ended(String method) {
        if (method.startsWith(SERVICE) && !WRITES.contains(method)) {
            reads.decrementAndGet();
        }
    }

    private static Optional<String> tooLong(String what, Duration wait, Duration bound) {
        return wait.compareTo(bound) > 0
                ? Optional.of("too much to do: reports wait %d ms %s (expected: at most %d ms)"
                        .formatted(wait.toMillis(), what, bound.toMillis()))
                : Optional.empty();
    }
}
