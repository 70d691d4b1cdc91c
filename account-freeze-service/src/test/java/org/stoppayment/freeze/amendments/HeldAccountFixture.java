package org.stoppayment.freeze.amendments;

import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_FROZEN;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LAPSED;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LIFTED;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.freezes.AwaitingFreeze;
import org.stoppayment.freeze.amendments.application.freezes.BookingFreezes;
import org.stoppayment.freeze.amendments.application.freezes.FreezeInEffect;
import org.stoppayment.freeze.books.domain.ClaimFreeze;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** A stop of one case, or of two, and what freezes make of it. */
abstract class HeldAccountFixture extends WithdrawalFixture {

    @Inject
    BookingFreezes booking;

    @Inject
    AwaitingFreeze awaiting;

    @Inject
    Ids ids;

    final AccountRef.Key account = new AccountRef.Key(payee.getInstitutionCode(), payee.getNumber());

    ApplicationId newFreeze() {
        return ids.newApplicationId();
    }

    /** A freeze of a case took effect now. */
    ApplicationId freeze(String ofCase, StopOrder stop, long fen) {
        return freeze(newFreeze(), ofCase, stop, fen, time.instant());
    }

    ApplicationId freeze(ApplicationId freeze, String ofCase, StopOrder stop, long fen, Instant began) {
        booking.inEffect(new FreezeInEffect(
                        freeze,
                        CaseId.of(ofCase),
                        account,
                        Optional.of(id(stop)),
                        true,
                        began,
                        Money.ofFen(fen),
                        new Decision("case filed", "chief 3", new Officer("Zhangzhou 110", "badge-5"))))
                .await()
                .atMost(PATIENCE);
        return freeze;
    }

    void changed(ApplicationId freeze, long fen) {
        booking.changed(freeze, CaseId.of(caseId), account, Money.ofFen(fen))
                .await()
                .atMost(PATIENCE);
    }

    void ended(ApplicationId freeze, ClaimFreeze.End end) {
        Money sum = Money.ofFen(database.number("SELECT coalesce(max(freeze_fen), 0) FROM claim"));
        booking.ended(freeze, CaseId.of(caseId), account, sum, end).await().atMost(PATIENCE);
    }

    AwaitingFreeze.Outcome await(StopOrder stop, ApplicationId freeze) {
        return awaiting.await(id(stop), freeze).await().atMost(PATIENCE);
    }

    void decided(StopOrder stop, ApplicationId freeze) {
        awaiting.decided(id(stop), freeze).await().atMost(PATIENCE);
    }

    private static ApplicationId id(StopOrder stop) {
        return ApplicationId.of(stop.getApplicationId());
    }

    /** What recovery has of a case on the account: held, frozen, lapsed, lifted. */
    List<Long> books(String ofCase) {
        bookAll();
        return List.of(
                booked(ofCase, payee, FUNDS_POSITION_HELD),
                booked(ofCase, payee, FUNDS_POSITION_FROZEN),
                booked(ofCase, payee, FUNDS_POSITION_LAPSED),
                booked(ofCase, payee, FUNDS_POSITION_LIFTED));
    }

    StopOrder now(StopOrder order) {
        return freeze().order(order.getApplicationId());
    }

    static Instant end(StopOrder order) {
        return Instant.ofEpochSecond(
                order.getExpiresAt().getSeconds(), order.getExpiresAt().getNanos());
    }

    List<Alert> alerts() {
        return freeze().officer()
                .listAlerts(ListAlertsRequest.getDefaultInstance())
                .getAlertsList();
    }
}
