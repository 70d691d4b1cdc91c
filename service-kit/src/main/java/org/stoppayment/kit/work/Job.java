package org.stoppayment.kit.work;

import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.Counter;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.TransientFailures;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Recurring work that continues after failures. Every failure is counted; only the first failure of an outage and the end of the
 * outage are logged.
 */
public final class Job {

    private static final Logger LOG = Logger.getLogger(Job.class);

    private final String name;
    private final Counter failures;
    private final BooleanSupplier stopping;
    private final AtomicBoolean failing = new AtomicBoolean();

    /** {@code stopping} is true during shutdown, when failures are neither counted nor logged. */
    Job(String name, Counter failures, BooleanSupplier stopping) {
        this.name = name;
        this.failures = failures;
        this.stopping = stopping;
    }

    /** Runs the work once; the returned Uni never fails. */
    public Uni<Void> run(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .invoke(this::recordSuccess)
                .onFailure()
                .invoke(this::recordFailure)
                .onFailure()
                .recoverWithNull();
    }

    private void recordSuccess() {
        if (failing.compareAndSet(true, false)) {
            LOG.infof("Job %s works again", name);
        }
    }

    private void recordFailure(Throwable failure) {
        if (stopping.getAsBoolean()) {
            return;
        }
        failures.increment();
        if (!failing.compareAndSet(false, true)) {
            return;
        }
        if (isExternal(failure)) {
            LOG.warnf("Job %s fails and is tried again (%s)", name, SanitizedThrowable.brief(failure));
        } else {
            LOG.errorf(SanitizedThrowable.of(failure), "Job %s fails and is tried again", name);
        }
    }

    /** True when the database or a peer is unavailable. Any other failure is a bug and is logged with its stack trace. */
    private static boolean isExternal(Throwable failure) {
        return failure instanceof ServiceException
                || failure instanceof StatusRuntimeException
                || TransientFailures.isTransient(failure);
    }
}
