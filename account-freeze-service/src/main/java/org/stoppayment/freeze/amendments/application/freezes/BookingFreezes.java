package org.stoppayment.freeze.amendments.application.freezes;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.SendingAmendments;
import org.stoppayment.freeze.amendments.application.StopReleases;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.books.domain.ClaimFreeze;
import org.stoppayment.freeze.orders.application.ClaimChangeListener;
import org.stoppayment.freeze.orders.application.RecordingAnswers;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.FreezeOfStop;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/**
 * Books what freezes hold. A freeze takes over its own case's claim; the stop is FROZEN when no active claim is left on the account, and
 * stays in effect for the others until then. The books follow with the next step of the case's trace. All calls may be repeated: after a
 * crash in the middle they complete what is missing. The freezes of one case on one account follow each other, in the order in which they
 * began.
 */
@ApplicationScoped
public class BookingFreezes {

    private static final String NO_CLAIM_LEFT = "frozen for every case (均已冻结)";

    private final FrozenClaims claims;
    private final StopReleases releases;
    private final StopOrders orders;
    private final RecordingAnswers recording;
    private final ClaimChangeListener listener;
    private final SendingAmendments sending;
    private final InstantSource clock;
    private final Ids ids;

    BookingFreezes(
            FrozenClaims claims,
            StopReleases releases,
            StopOrders orders,
            RecordingAnswers recording,
            ClaimChangeListener listener,
            SendingAmendments sending,
            InstantSource clock,
            Ids ids) {
        this.claims = claims;
        this.releases = releases;
        this.orders = orders;
        this.recording = recording;
        this.listener = listener;
        this.sending = sending;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Books a freeze that took effect, in whole or in part. Its stop is FROZEN if no active claim is left on the account and the freeze began
     * by the end of the term; it is lifted if the message to the institution did not name it. Else the stop awaits it no longer: when its
     * term was over before, it lapsed then, and the freeze is a new hold. Fails with invalid input when the case has no claim on the account.
     *
     * @return false when it was booked before; then its sum may have changed since
     */
    public Uni<Boolean> inEffect(FreezeInEffect freeze) {
        return claims.begin(freeze, clock.instant())
                .invoke(() -> listener.claimsChanged(List.of(freeze.caseId())))
                .call(() -> freeze.stop().map(stop -> settle(stop, freeze)).orElseGet(() -> Uni.createFrom()
                        .voidItem()));
    }

    /** Books another sum that a freeze in effect holds, and what was paid back to victims. */
    public Uni<Void> changed(ApplicationId freeze, CaseId caseId, AccountRef.Key account, Money sum) {
        return claims.change(freeze, caseId, account, sum, clock.instant())
                .invoke(() -> listener.claimsChanged(List.of(caseId)));
    }

    /** Books the end of a freeze that held {@code sum} last, and what was paid back to victims, also after that end. */
    public Uni<Void> ended(
            ApplicationId freeze, CaseId caseId, AccountRef.Key account, Money sum, ClaimFreeze.End end) {
        return claims.end(freeze, caseId, account, sum, end, clock.instant())
                .invoke(() -> listener.claimsChanged(List.of(caseId)));
    }

    /** The claims are counted after the case's own has ended: of two freezes at once, the last one counts none. */
    private Uni<Void> settle(ApplicationId stop, FreezeInEffect freeze) {
        return releases.isClaimed(stop)
                .chain(claimed -> orders.find(stop).map(Optional::orElseThrow).chain(order -> recording
                        .freeze(order, current -> settled(current, freeze, claimed))
                        .chain(() ->
                                claimed || freeze.endsStop() ? Uni.createFrom().voidItem() : lift(order, freeze))));
    }

    /** The institution was not told that the stop may end, because another case needed it when the freeze was ordered. */
    private Uni<Void> lift(StopOrder stop, FreezeInEffect freeze) {
        if (!stop.isInForceAt(clock.instant())) {
            return Uni.createFrom().voidItem();
        }
        Decision decision = new Decision(
                NO_CLAIM_LEFT, freeze.id().toString(), freeze.decision().officer());
        StopAmendment lift = StopAmendment.queued(
                ids.newApplicationId(), StopAmendment.Kind.LIFT, stop.applicationId(), decision, clock.instant());
        return sending.order(lift, stop).replaceWithVoid();
    }

    private Optional<FreezeOfStop.Step> settled(StopOrder stop, FreezeInEffect freeze, boolean claimed) {
        Instant now = clock.instant();
        boolean inTime = stop.state()
                .stop()
                .map(Stop::expiresAt)
                .filter(end -> !freeze.began().isAfter(end))
                .isPresent();
        return inTime && !claimed && freeze.endsStop()
                ? FreezeOfStop.takenOver(stop, freeze.decision(), now)
                : FreezeOfStop.decided(stop, freeze.id(), now);
    }
}
