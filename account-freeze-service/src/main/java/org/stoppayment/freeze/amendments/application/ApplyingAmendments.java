package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.application.RecordingAnswers;
import org.stoppayment.freeze.orders.domain.OrderFlag;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ServiceException;

/** Applies to a stop what its institution says about an amendment. Idempotent. */
@ApplicationScoped
public class ApplyingAmendments {

    /** The institution extended what it had lifted. */
    static final String EXTENDED_AFTER_ITS_END = "EXTENSION " + ResultCode.OK;

    private static final String LIFT_AFTER_EXPIRY = "1900";

    private final RecordingAnswers recording;
    private final RaisingAlerts raising;
    private final RuleSets ruleSets;
    private final StopReleases releases;
    private final InstantSource clock;

    public ApplyingAmendments(
            RecordingAnswers recording,
            RaisingAlerts raising,
            RuleSets ruleSets,
            StopReleases releases,
            InstantSource clock) {
        this.recording = recording;
        this.raising = raising;
        this.ruleSets = ruleSets;
        this.releases = releases;
        this.clock = clock;
    }

    /** Applies the result of an amendment to its stop; does nothing while the result is awaited. */
    Uni<Void> conclude(StopAmendment amendment, StopOrder stop) {
        return switch (amendment.state()) {
            case DONE -> done(amendment, stop);
            case DECLINED -> declined(amendment, stop);
            case QUEUED, SENDING, ACCEPTED, IN_DOUBT -> Uni.createFrom().voidItem();
        };
    }

    /** The institution declines what it confirmed before. The confirmation counts, and a person asks the institution. */
    Uni<Void> contradicted(StopAmendment done, StopOrder stop, AmendmentEvent declined) {
        String code = declined.code().map(ResultCode::value).orElse("");
        return recording.contradicted(stop, (done.kind() + " " + code).trim()).chain(() -> alert(done, stop, code));
    }

    private Uni<Void> done(StopAmendment amendment, StopOrder stop) {
        return switch (amendment.kind()) {
            case LIFT ->
                happened(stop, new StopOrderEvent.Lifted(amendment.decision().reference()))
                        .replaceWithVoid();
            case EXTENSION -> extended(stop);
            case WRITTEN_ORDER -> Uni.createFrom().voidItem();
        };
    }

    /**
     * The second term begins where the first ends. A stop that has lapsed here in the meantime is in effect again, since the
     * institution holds the money; unless another stop of ours is on the account by now: then that one counts. An extension of a stop
     * that the institution had lifted is a contradiction. Cases that were withdrawn meanwhile had no stop to be lifted, so the stop is
     * released again; also after a crash between the two.
     */
    private Uni<Void> extended(StopOrder order) {
        Stop stop = order.state().stop().orElseThrow();
        if (stop.extended()) {
            return releases.again(order.applicationId(), clock.instant());
        }
        return ruleSets.named(order.ruleSet()).chain(rules -> {
            Instant until = rules.stops().endOfTerm(stop.expiresAt());
            return happened(order, new StopOrderEvent.Extended(until))
                    .chain(recorded -> switch (recorded) {
                        case CHANGED -> releases.again(order.applicationId(), clock.instant());
                        case NOTHING_NEW -> recording.contradicted(order, EXTENDED_AFTER_ITS_END);
                    })
                    .onFailure(ServiceException.Refusal.class)
                    .recoverWithUni(() -> recording.flag(order, OrderFlag.EXTENDED_BESIDE_ANOTHER_STOP));
        });
    }

    private Uni<Void> declined(StopAmendment amendment, StopOrder stop) {
        Uni<Void> flagged =
                switch (amendment.kind()) {
                    case LIFT -> endedAtInstitution(amendment, stop);
                    case EXTENSION -> recording.flag(stop, OrderFlag.EXTENSION_DECLINED);
                    case WRITTEN_ORDER -> recording.flag(stop, OrderFlag.WRITTEN_ORDER_CONTRADICTED);
                };
        return flagged.chain(() -> alert(amendment, stop, amendment.resultCode()));
    }

    /**
     * The institution says that the stop has ended already. That is believed where its reported moment was too long before the order, so
     * that only the institution knows when its term ends; for any other stop the term is known here.
     */
    private Uni<Void> endedAtInstitution(StopAmendment lift, StopOrder order) {
        boolean ended = lift.resultCode().equals(LIFT_AFTER_EXPIRY)
                && order.state().stop().flatMap(Stop::reportedEnd).isPresent();
        return ended
                ? happened(order, new StopOrderEvent.TermEnded()).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> alert(StopAmendment amendment, StopOrder stop, String code) {
        return raising.raise(
                Alert.Kind.FOLLOW_UP_DECLINED,
                stop.caseId(),
                amendment.id(),
                (amendment.kind() + " of order " + stop.applicationId() + " " + code).trim());
    }

    private Uni<RecordOutcome> happened(StopOrder stop, StopOrderEvent event) {
        return recording.record(stop, new Answer.Happened(event));
    }
}
