package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.logging.SanitizedThrowable;
import org.stoppayment.recovery.batches.domain.BatchLine;
import org.stoppayment.recovery.batches.domain.LineResult;
import org.stoppayment.recovery.batches.domain.LineResult.Outcome;

/** Does the same with each plan of a batch, several at once, and says of each what came of it. A refusal of one ends none of the others. */
@ApplicationScoped
class LineWork {

    private static final Logger LOG = Logger.getLogger(LineWork.class);

    /** More than so many failures that are no refusals are not the plans' own. */
    private static final int MAX_FAILURES = 10;

    private final SeparateWork separate;
    private final BatchConfig config;
    private final Ids ids;

    LineWork(SeparateWork separate, BatchConfig config, Ids ids) {
        this.separate = separate;
        this.config = config;
        this.ids = ids;
    }

    /** What came of each line, as {@code step} says. Fails when too many lines fail otherwise than by a refusal. */
    Multi<LineResult> forEach(List<BatchLine> lines, Function<BatchLine, Uni<LineResult>> step) {
        AtomicInteger failures = new AtomicInteger();
        return Multi.createFrom()
                .iterable(lines)
                .onItem()
                .transformToUni(line -> separate.run(() -> step.apply(line))
                        .onFailure(ServiceException.Refusal.class)
                        .recoverWithItem(refusal -> refused(line, (ServiceException.Refusal) refusal))
                        .onFailure(failure -> failures.incrementAndGet() <= MAX_FAILURES)
                        .recoverWithItem(failure -> failed(line, failure)))
                .merge(config.atOnce());
    }

    private static LineResult refused(BatchLine line, ServiceException.Refusal refusal) {
        return new LineResult(line, Outcome.REFUSED, refusal.code(), String.valueOf(refusal.getMessage()));
    }

    private LineResult failed(BatchLine line, Throwable failure) {
        UUID correlationId = ids.next();
        LOG.warnf(
                SanitizedThrowable.of(failure),
                "Plan %s of a batch failed, correlation id %s",
                line.plan().planId(),
                correlationId);
        return new LineResult(line, Outcome.FAILED, "", "internal error, correlation id " + correlationId);
    }
}
