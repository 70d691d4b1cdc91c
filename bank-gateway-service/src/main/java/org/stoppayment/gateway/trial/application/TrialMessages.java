package org.stoppayment.gateway.trial.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoppayment.gateway.feedback.application.TestOrders;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.trial.domain.Exchange;
import org.stoppayment.gateway.trial.domain.Reply;
import org.stoppayment.gateway.trial.domain.ReplyReview;
import org.stoppayment.gateway.trial.domain.StepReport;
import org.stoppayment.gateway.trial.domain.TrialStep;

/** Sends the messages of one trial, waits for what is called back about them, and says what is wrong with the answers. */
final class TrialMessages {

    /** How long an institution that has answered 202 has to call back. */
    static final Duration CALLBACK_WAIT = Duration.ofSeconds(10);

    private final Institution institution;
    private final TestOrders tests;

    TrialMessages(Institution institution, TestOrders tests) {
        this.institution = institution;
        this.tests = tests;
    }

    /** Takes callbacks about the message no longer. */
    void forget(ApplicationId id) {
        tests.forget(id);
    }

    /**
     * One message. Callbacks about a stop and a freeze are taken until the trial ends.
     *
     * @param toStop what the institution said to the stop
     */
    Uni<StepReport> send(
            TrialStep step,
            ApplicationId id,
            Instant appliedAt,
            Optional<Feedback> toStop,
            Supplier<Uni<Exchange>> exchange) {
        boolean isNew = step != TrialStep.INQUIRY;
        if (isNew) {
            tests.expect(institution.code(), id);
        }
        return exchange.get()
                .chain(done -> (isNew && done.outcome() instanceof Outcome.Accepted
                                ? calledBack(id)
                                : Uni.createFrom().item(Optional.<Feedback>empty()))
                        .map(feedback -> report(step, id, appliedAt, toStop, done, feedback)))
                .onTermination()
                .invoke(() -> {
                    if (isNew && step != TrialStep.STOP && step != TrialStep.FREEZE) {
                        tests.forget(id);
                    }
                });
    }

    private Uni<Optional<Feedback>> calledBack(ApplicationId id) {
        return tests.feedback(id)
                .map(Optional::of)
                .ifNoItem()
                .after(CALLBACK_WAIT)
                .recoverWithItem(Optional::empty);
    }

    private StepReport report(
            TrialStep step,
            ApplicationId id,
            Instant appliedAt,
            Optional<Feedback> toStop,
            Exchange exchange,
            Optional<Feedback> calledBack) {
        int refused = step == TrialStep.INQUIRY ? 0 : tests.refused(id);
        Reply reply = reply(step, appliedAt, exchange, calledBack, refused, toStop);
        return new StepReport(
                step,
                Optional.of(exchange),
                ReplyReview.feedback(reply),
                calledBack.isPresent(),
                ReplyReview.of(reply));
    }

    /** What is to be looked at. */
    Reply reply(
            TrialStep step,
            Instant appliedAt,
            Exchange exchange,
            Optional<Feedback> calledBack,
            int refused,
            Optional<Feedback> toStop) {
        return new Reply(step, appliedAt, institution.limits().timeout(), exchange, calledBack, refused, toStop);
    }
}
