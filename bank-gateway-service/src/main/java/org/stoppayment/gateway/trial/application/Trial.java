package org.stoppayment.gateway.trial.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.stoppayment.gateway.feedback.application.TestOrders;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Operator;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.StopOrder;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.trial.domain.Exchange;
import org.stoppayment.gateway.trial.domain.Reply;
import org.stoppayment.gateway.trial.domain.ReplyReview;
import org.stoppayment.gateway.trial.domain.StepReport;
import org.stoppayment.gateway.trial.domain.TrialStep;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ResultCode;

/**
 * One trial: its steps, one after another. A stop that may have been made is lifted at the end, also when the caller goes away, so that
 * none stays at the institution.
 */
final class Trial {

    /** How long an institution that has answered 202 has to call back. */
    static final Duration CALLBACK_WAIT = Duration.ofSeconds(10);

    /** 银发〔2016〕86号 2(1): the first term of a stop. */
    private static final Duration TERM = Duration.ofHours(48);

    private static final String REASON = "OTHER";
    private static final Operator OPERATOR = new Operator("stoppay bank try", "");

    private final Institution institution;
    private final Account account;
    private final TrialLine line;
    private final TestOrders orders;
    private final Ids ids;
    private final InstantSource time;
    private final ApplicationId stopId;
    private final UUID caseId;
    private volatile Optional<StepReport> stopped = Optional.empty();

    Trial(Institution institution, Account account, TrialLine line, TestOrders orders, Ids ids, InstantSource time) {
        this.institution = institution;
        this.account = account;
        this.line = line;
        this.orders = orders;
        this.ids = ids;
        this.time = time;
        this.stopId = newId();
        this.caseId = ids.next();
    }

    /** Sends the orders and tells each step when it is over. Runs to its end once it is subscribed, also when the subscriber goes away. */
    Multi<StepReport> run() {
        return Multi.createBy()
                .concatenating()
                .streams(
                        step(this::stop)
                                .invoke(report -> stopped = Optional.of(report))
                                .toMulti(),
                        step(this::inquire).toMulti(),
                        step(this::extend).toMulti(),
                        step(this::lift).toMulti())
                .onTermination()
                .invoke(() -> orders.forget(stopId))
                .broadcast()
                .toAtLeast(1);
    }

    private static Uni<StepReport> step(Supplier<Uni<StepReport>> step) {
        return Uni.createFrom().deferred(step::get);
    }

    private Uni<StepReport> stop() {
        Instant now = now();
        StopOrder order = new StopOrder(
                stopId,
                caseId,
                account,
                List.of(),
                true,
                Optional.empty(),
                REASON,
                now,
                OPERATOR,
                false,
                false,
                Optional.empty());
        return send(TrialStep.STOP, stopId, now, () -> line.send(order));
    }

    private Uni<StepReport> inquire() {
        return mayBeKnown()
                ? send(TrialStep.INQUIRY, stopId, now(), () -> line.inquire(stopId))
                : skipped(TrialStep.INQUIRY);
    }

    private Uni<StepReport> extend() {
        if (!isInEffect()) {
            return skipped(TrialStep.EXTENSION);
        }
        Instant now = now();
        ApplicationId id = newId();
        Instant end = said().flatMap(Feedback::stoppedAt).orElse(now).plus(TERM);
        ExtensionOrder order = new ExtensionOrder(id, stopId, caseId, account, REASON, now, end, OPERATOR);
        return send(TrialStep.EXTENSION, id, now, () -> line.send(order));
    }

    private Uni<StepReport> lift() {
        boolean mayBeInEffect = isInEffect() || mayBeKnown() && said().isEmpty();
        if (!mayBeInEffect) {
            return skipped(TrialStep.LIFT);
        }
        Instant now = now();
        ApplicationId id = newId();
        LiftOrder order = new LiftOrder(id, stopId, caseId, account, REASON, now, OPERATOR);
        return send(TrialStep.LIFT, id, now, () -> line.send(order));
    }

    private Uni<StepReport> send(
            TrialStep step, ApplicationId id, Instant appliedAt, Supplier<Uni<Exchange>> exchange) {
        boolean isNew = step != TrialStep.INQUIRY;
        if (isNew) {
            orders.expect(institution.code(), id);
        }
        return exchange.get()
                .chain(done -> (isNew && done.outcome() instanceof Outcome.Accepted
                                ? calledBack(id)
                                : Uni.createFrom().item(Optional.<Feedback>empty()))
                        .map(feedback -> report(step, id, appliedAt, done, feedback)))
                .onTermination()
                .invoke(() -> {
                    if (!id.equals(stopId)) {
                        orders.forget(id);
                    }
                });
    }

    private Uni<Optional<Feedback>> calledBack(ApplicationId id) {
        return orders.feedback(id)
                .map(Optional::of)
                .ifNoItem()
                .after(CALLBACK_WAIT)
                .recoverWithItem(Optional::empty);
    }

    private StepReport report(
            TrialStep step, ApplicationId id, Instant appliedAt, Exchange exchange, Optional<Feedback> calledBack) {
        Reply reply = new Reply(
                step,
                appliedAt,
                institution.limits().timeout(),
                exchange,
                calledBack,
                step == TrialStep.INQUIRY ? 0 : orders.refused(id),
                step == TrialStep.STOP ? Optional.empty() : said());
        return new StepReport(
                step,
                Optional.of(exchange),
                ReplyReview.feedback(reply),
                calledBack.isPresent(),
                ReplyReview.of(reply));
    }

    private static Uni<StepReport> skipped(TrialStep step) {
        return Uni.createFrom().item(StepReport.skipped(step));
    }

    /** What the institution said to the stop. */
    private Optional<Feedback> said() {
        return stopped.flatMap(StepReport::feedback);
    }

    private boolean isInEffect() {
        return said().filter(feedback -> feedback.resultCode().meaning() == ResultCode.Meaning.IN_EFFECT)
                .isPresent();
    }

    /** False when the stop certainly did not reach the institution. */
    private boolean mayBeKnown() {
        return stopped.flatMap(StepReport::exchange)
                .filter(exchange -> !(exchange.outcome() instanceof Outcome.NotSent))
                .isPresent();
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private ApplicationId newId() {
        return new ApplicationId(ids.next().toString());
    }
}
