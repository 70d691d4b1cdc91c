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
 * Something that is done again and again, whatever came of the last time. Every failure is counted; the first of an outage is
 * logged, and so is its end.
 */
public final class Job {

    private static final Logger LOG = Logger.getLogger(Job.class);

    private final String name;
    private final Counter failures;
    private final BooleanSupplier stopping;
    private final AtomicBoolean failing = new AtomicBoolean();

    /** {@code stopping} is true while the service stops: then a failure is neither counted nor told. */
    Job(String name, Counter failures, BooleanSupplier stopping) {
        this.name = name;
        this.failures = failures;
        this.stopping = stopping;
    }

    /** Does it once; never fails. */
    public Uni<Void> run(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .invoke(this::works)
                .onFailure()
                .invoke(this::fails)
                .onFailure()
                .recoverWithNull();
    }

    private void works() {
        if (failing.compareAndSet(true, false)) {
            LOG.infof("Job %s works again", name);
        }
    }

    private void fails(Throwable failure) {
        if (stopping.getAsBoolean()) {
            return;
        }
        failures.increment();
        if (!failing.compareAndSet(false, true)) {
            return;
        }
        if (isAnothers(failure)) {
            LOG.warnf("Job %s fails and is tried again (%s)", name, SanitizedThrowable.brief(failure));
        } else {
            LOG.errorf(SanitizedThrowable.of(failure), "Job %s fails and is tried again", name);
        }
    }

    /** True when the database or a peer is away, or a peer says so; what else is thrown is a bug, and shown with its place. */
    private static boolean isAnothers(Throwable failure) {
        return failure instanceof ServiceException
                || failure instanceof StatusRuntimeException
                || TransientFailures.isTransient(failure);
    }
}
