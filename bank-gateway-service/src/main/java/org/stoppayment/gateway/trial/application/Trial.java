package org.stoppayment.gateway.trial.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoppayment.gateway.feedback.application.TestOrders;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Query;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.trial.domain.Exchange;
import org.stoppayment.gateway.trial.domain.QueryReview;
import org.stoppayment.gateway.trial.domain.StepReport;
import org.stoppayment.gateway.trial.domain.TrialStep;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.Ids;

/**
 * One trial: its steps, one after another. A stop or a freeze that may have been made is lifted, also when the caller goes away, so that none
 * stays at the institution. The freeze follows the lift of the stop.
 */
final class Trial {

    private static final Duration INQUIRY_INTERVAL = Duration.ofSeconds(1);

    private final TrialLine line;
    private final TrialMessages messages;
    private final TrialOrders orders;
    private final Optional<Account> payee;
    private final Ids ids;
    private final InstantSource time;
    private final ApplicationId stopId;
    private final ApplicationId freezeId;
    private volatile Optional<StepReport> stopped = Optional.empty();
    private volatile Optional<StepReport> frozen = Optional.empty();

    Trial(
            Institution institution,
            TrialAccounts accounts,
            TrialLine line,
            TestOrders tests,
            Ids ids,
            InstantSource time) {
        this.line = line;
        this.messages = new TrialMessages(institution, tests);
        this.orders = new TrialOrders(ids.next(), accounts.held(), ids.next());
        this.payee = accounts.payee();
        this.ids = ids;
        this.time = time;
        this.stopId = newId();
        this.freezeId = newId();
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
                        step(this::lift).toMulti(),
                        step(this::freeze)
                                .invoke(report -> frozen = Optional.of(report))
                                .toMulti(),
                        step(this::renewFreeze).toMulti(),
                        step(this::changeFreeze).toMulti(),
                        step(this::refund).toMulti(),
                        step(this::liftFreeze).toMulti(),
                        step(this::query).toMulti())
                .onTermination()
                .invoke(() -> {
                    messages.forget(stopId);
                    messages.forget(freezeId);
                })
                .broadcast()
                .toAtLeast(1);
    }

    private static Uni<StepReport> step(Supplier<Uni<StepReport>> step) {
        return Uni.createFrom().deferred(step::get);
    }

    private Uni<StepReport> stop() {
        Instant now = now();
        return send(TrialStep.STOP, stopId, now, () -> line.send(orders.stop(stopId, now)));
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
        Instant stoppedAt = said().flatMap(Feedback::stoppedAt).orElse(now);
        return send(TrialStep.EXTENSION, id, now, () -> line.send(orders.extension(id, stopId, stoppedAt, now)));
    }

    private Uni<StepReport> lift() {
        boolean mayBeInEffect = isInEffect() || mayBeKnown() && said().isEmpty();
        if (!mayBeInEffect) {
            return skipped(TrialStep.LIFT);
        }
        Instant now = now();
        ApplicationId id = newId();
        return send(TrialStep.LIFT, id, now, () -> line.send(orders.lift(id, stopId, now)));
    }

    private Uni<StepReport> freeze() {
        Instant now = now();
        return isInEffect()
                ? send(TrialStep.FREEZE, freezeId, now, () -> line.send(orders.freeze(freezeId, now)))
                : skipped(TrialStep.FREEZE);
    }

    private Uni<StepReport> renewFreeze() {
        return isFrozen() ? sendNew(TrialStep.FREEZE_RENEWAL, orders::renewal) : skipped(TrialStep.FREEZE_RENEWAL);
    }

    private Uni<StepReport> changeFreeze() {
        return isFrozen() ? sendNew(TrialStep.FREEZE_CHANGE, orders::change) : skipped(TrialStep.FREEZE_CHANGE);
    }

    private Uni<StepReport> refund() {
        return payee.filter(named -> isFrozen())
                .map(named -> sendNew(TrialStep.REFUND, (id, freeze, now) -> orders.refund(id, freeze, named, now)))
                .orElseGet(() -> skipped(TrialStep.REFUND));
    }

    /** A freeze that waits in line, or of which nobody knows, is lifted as well. */
    private Uni<StepReport> liftFreeze() {
        boolean mayStand = frozen.flatMap(StepReport::feedback)
                .map(said -> said.resultCode().meaning() != ResultCode.Meaning.DECLINED)
                .orElseGet(() -> mayBeKnown(frozen));
        return mayStand ? sendNew(TrialStep.FREEZE_LIFT, orders::freezeLift) : skipped(TrialStep.FREEZE_LIFT);
    }

    /** An order about the freeze. */
    private interface AboutFreeze {
        Order order(ApplicationId id, ApplicationId freeze, Instant now);
    }

    private Uni<StepReport> sendNew(TrialStep step, AboutFreeze about) {
        Instant now = now();
        ApplicationId id = newId();
        return send(step, id, now, () -> line.send(about.order(id, freezeId, now)));
    }

    /** Its answer is asked for when it is not given at once: a callback about it would go to account-freeze. */
    private Uni<StepReport> query() {
        if (!mayBeKnown()) {
            return skipped(TrialStep.QUERY);
        }
        Instant now = now();
        Query query = orders.query(newId(), now);
        return line.send(query)
                .chain(done -> done.outcome() instanceof Outcome.Accepted ? answerTo(query, now) : item(done))
                .map(done -> new StepReport(
                        TrialStep.QUERY,
                        Optional.of(done),
                        Optional.empty(),
                        false,
                        QueryReview.of(messages.reply(TrialStep.QUERY, now, done, Optional.empty(), 0, said()))));
    }

    private Uni<Exchange> answerTo(Query query, Instant since) {
        return Uni.createFrom()
                .deferred(() -> line.inquire(query.subject()))
                .onItem()
                .delayIt()
                .by(INQUIRY_INTERVAL)
                .chain(done -> done.outcome() instanceof Outcome.Accepted
                                && now().isBefore(since.plus(TrialMessages.CALLBACK_WAIT))
                        ? answerTo(query, since)
                        : item(done));
    }

    private static Uni<Exchange> item(Exchange done) {
        return Uni.createFrom().item(done);
    }

    private Uni<StepReport> send(
            TrialStep step, ApplicationId id, Instant appliedAt, Supplier<Uni<Exchange>> exchange) {
        return messages.send(step, id, appliedAt, step == TrialStep.STOP ? Optional.empty() : said(), exchange);
    }

    private static Uni<StepReport> skipped(TrialStep step) {
        return Uni.createFrom().item(StepReport.skipped(step));
    }

    /** What the institution said to the stop. */
    private Optional<Feedback> said() {
        return stopped.flatMap(StepReport::feedback);
    }

    private boolean isInEffect() {
        return isInEffect(stopped);
    }

    private boolean isFrozen() {
        return isInEffect(frozen);
    }

    private static boolean isInEffect(Optional<StepReport> step) {
        return step.flatMap(StepReport::feedback)
                .filter(feedback -> feedback.resultCode().meaning() == ResultCode.Meaning.IN_EFFECT)
                .isPresent();
    }

    /** False when the stop certainly did not reach the institution. */
    private boolean mayBeKnown() {
        return mayBeKnown(stopped);
    }

    private static boolean mayBeKnown(Optional<StepReport> step) {
        return step.flatMap(StepReport::exchange)
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
