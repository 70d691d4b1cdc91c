package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.facts.application.PublishingFacts;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Refunded;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FreezeTimelineEntry;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsRequest;
import org.stoppayment.proto.freeze.v1.HoldChanged;
import org.stoppayment.proto.freeze.v1.HoldMeasure;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** 资金返还: what is paid to victims out of a freeze lowers what it holds. */
@QuarkusTest
class RefundsTest extends HoldsFixture {

    private static final long PAID = 200_000;
    private static final Duration LONGER_THAN_THE_LEASE = Duration.ofMinutes(1);

    private final UUID payment = UUID.randomUUID();

    @Inject
    PublishingFacts publishing;

    @Test
    void refundLowersTheSumAndTheRestStaysFrozenToItsOriginalEnd() {
        Freeze frozen = frozen();

        deliver(refund(frozen, 1, PAID));

        Freeze paid = awaitBooked(frozen, TAINT - PAID, 0, PAID);
        assertThat(paid.getState()).isEqualTo(FreezeState.FREEZE_STATE_IN_EFFECT);
        assertThat(paid.getExpiresAt()).isEqualTo(frozen.getExpiresAt());
        assertThat(paid.getReturnedFen()).isEqualTo(PAID);
        assertThat(paid.getTimelineList())
                .extracting(FreezeTimelineEntry::getCause)
                .last()
                .isEqualTo("REFUNDED " + payment);
        assertThat(told().getHeldFen()).isEqualTo(TAINT - PAID);
        assertThat(told().getReturnedFen()).isEqualTo(PAID);
        assertThat(told().getIsInEffect()).isTrue();
    }

    @Test
    void refundLowersAFreezeThatTheVersionBeforeWrote() {
        Freeze frozen = frozen();
        database.execute("UPDATE freeze_order SET told_fen = NULL, told_at = NULL");

        deliver(refund(frozen, 1, PAID));

        awaitBooked(frozen, TAINT - PAID, 0, PAID);
    }

    @Test
    void refundsInAnyOrderAndMoreThanOnceCountOnce() {
        Freeze frozen = frozen();
        UUID other = UUID.randomUUID();
        Random random = new Random();
        List<Event> events = List.of(
                refund(frozen, 1, PAID),
                refund(frozen, 2, 50_000),
                refund(frozen, 3, PAID + 1),
                Refunded.of(frozen, other, 1, 1_000, time.instant()));

        for (int i = 0; i < 20; i++) {
            deliver(events.get(random.nextInt(events.size())));
        }
        events.forEach(this::deliver);

        awaitBooked(frozen, TAINT - PAID - 1_001, 0, PAID + 1_001);
    }

    @Test
    void refundThatCameBackIsFrozenAgain() {
        Freeze frozen = frozen();
        deliver(refund(frozen, 1, PAID));
        awaitBooked(frozen, TAINT - PAID, 0, PAID);

        deliver(refund(frozen, 2, 0));

        Freeze back = awaitBooked(frozen, TAINT, 0, 0);
        assertThat(back.getTimelineList())
                .extracting(FreezeTimelineEntry::getCause)
                .last()
                .isEqualTo("REFUND_CAME_BACK " + payment);
        assertThat(told().getReturnedFen()).isZero();
    }

    @Test
    void freezeOfWhichTheLastFenIsPaidIsReturnedUntilSomeComesBack() {
        Freeze frozen = frozen();

        deliver(refund(frozen, 1, TAINT));

        awaitBooked(frozen, 0, 0, TAINT);
        assertThat(shown(frozen.getApplicationId()).getState()).isEqualTo(FreezeState.FREEZE_STATE_RETURNED);
        assertThat(told().getIsInEffect()).isFalse();
        var figures = freeze().statistics()
                .getHoldStatistics(GetHoldStatisticsRequest.newBuilder()
                        .setFrom(CommonWire.timestamp(time.instant().minus(Duration.ofDays(1))))
                        .setUntil(CommonWire.timestamp(time.instant().plus(Duration.ofDays(1))))
                        .build())
                .getTotal()
                .getFreezes();
        assertThat(figures.getReturned()).isEqualTo(1);
        assertThat(figures.getReturnedFen()).isEqualTo(TAINT);

        deliver(refund(frozen, 2, TAINT - 100));

        Freeze back = awaitBooked(frozen, 100, 0, TAINT - 100);
        assertThat(back.getState()).isEqualTo(FreezeState.FREEZE_STATE_IN_EFFECT);
        assertThat(back.getExpiresAt()).isEqualTo(frozen.getExpiresAt());
        assertThat(back.hasEndedAt()).isFalse();
    }

    @Test
    void nothingOfWhatWasPaidCanBeFrozenAgain() {
        Freeze frozen = frozen();
        deliver(refund(frozen, 1, TAINT));
        awaitBooked(frozen, 0, 0, TAINT);
        freeze().deliver(Report.of(frozen.getCaseId()).paid(account, 7));
        awaitQuiet();

        Freeze second = order(freezeOf(frozen.getCaseId()), FreezeState.FREEZE_STATE_IN_EFFECT);

        assertThat(second.getAmountFen()).isEqualTo(7);
        assertThat(second.getApplicationId()).isNotEqualTo(frozen.getApplicationId());
        assertBooks(frozen.getCaseId(), 7, 0, TAINT);

        deliver(refund(frozen, 2, TAINT - 5)); // comes back onto an account with another freeze

        awaitShown(frozen.getApplicationId(), shown -> assertThat(shown.getReturnedFen())
                .isEqualTo(TAINT - 5));
        assertThat(shown(frozen.getApplicationId()).getState()).isEqualTo(FreezeState.FREEZE_STATE_RETURNED);
        assertBooks(frozen.getCaseId(), 7, 5, TAINT - 5);
    }

    @Test
    void refundThatIsKnownAfterTheLiftMakesWhatWasLiftedLess() {
        Freeze frozen = frozen();
        freeze().holds().liftFreeze(liftOf(frozen.getApplicationId()).build());
        awaitState(frozen.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        awaitBooked(frozen, TAINT, TAINT, 0);

        deliver(refund(frozen, 1, PAID));

        Freeze lifted = awaitBooked(frozen, TAINT - PAID, TAINT - PAID, PAID);
        assertThat(lifted.getState()).isEqualTo(FreezeState.FREEZE_STATE_LIFTED);
        assertThat(lifted.getTimelineList())
                .extracting(FreezeTimelineEntry::getCause)
                .last()
                .isEqualTo("REFUNDED " + payment);
        deliver(refund(frozen, 2, 0));
        awaitBooked(frozen, TAINT, TAINT, 0);
    }

    @Test
    void refundOutOfAFreezeThatIsNotKnownStaysWithItsSender() {
        Freeze frozen = frozen();
        String unknown = UUID.randomUUID().toString();
        Event ofNoFreeze = Refunded.of(unknown, frozen.getCaseId(), payment, 1, PAID, time.instant());
        Event ofAnotherCase = Refunded.of(frozen.getApplicationId(), newCase(), payment, 1, PAID, time.instant());

        assertThat(freeze().deliver(List.of(ofNoFreeze)).getDeferredEventIdsList())
                .containsExactly(ofNoFreeze.getEventId());
        assertThat(freeze().deliver(List.of(ofAnotherCase)).getDeferredEventIdsList())
                .containsExactly(ofAnotherCase.getEventId());
        assertThat(database.number("SELECT count(*) FROM freeze_refund")).isZero();
    }

    @Test
    void refundThatCannotBeReadIsRejected() {
        Freeze frozen = frozen();

        assertThat(freeze().deliver(List.of(refund(frozen, 0, PAID), refund(frozen, 1, -1)))
                        .getRejectedList())
                .hasSize(2);
    }

    @Test
    void refundIsBookedEvenIfTheProcessDiedRightAfterItWasRecorded() {
        Freeze frozen = frozen();
        database.execute("ALTER TABLE claim RENAME TO claim_out_of_reach");
        try {
            deliver(refund(frozen, 1, PAID));
            assertThat(database.number("SELECT count(*) FROM freeze_order WHERE booking_due_at IS NOT NULL"))
                    .isEqualTo(1);
        } finally {
            database.execute("ALTER TABLE claim_out_of_reach RENAME TO claim");
        }

        time.jump(LONGER_THAN_THE_LEASE);
        advanceHolds();

        awaitBooked(frozen, TAINT - PAID, 0, PAID);
    }

    @Test
    void refundThatFailsHalfwayLeavesNothing() {
        Freeze frozen = frozen();
        database.execute("ALTER TABLE freeze_order ADD CONSTRAINT nothing_paid CHECK (returned_fen = 0) NOT VALID");
        try {
            Event refund = refund(frozen, 1, PAID);
            UUID withdrawn = UUID.randomUUID();
            DeliverEventsResponse answer =
                    freeze().deliver(List.of(refund, Refunded.of(frozen, withdrawn, 1, 0, time.instant())));
            assertThat(answer.getDeferredEventIdsList()).containsExactly(refund.getEventId());
            assertThat(database.rows("SELECT paid_fen FROM freeze_refund")).containsExactly(List.of("0"));
        } finally {
            database.execute("ALTER TABLE freeze_order DROP CONSTRAINT nothing_paid");
        }
        deliver(refund(frozen, 1, PAID));

        awaitBooked(frozen, TAINT - PAID, 0, PAID);
    }

    @Test
    void refundThatTheBankListsIsReturnedAndIsNotFollowed() {
        Freeze frozen = frozen();
        deliver(refund(frozen, 1, PAID));
        awaitBooked(frozen, TAINT - PAID, 0, PAID);

        list(PAID);

        assertBooks(frozen.getCaseId(), TAINT - PAID, 0, PAID);
        assertThat(booked(frozen.getCaseId(), account, FundsPosition.FUNDS_POSITION_ONWARD))
                .isZero();
        assertThat(freeze().progress(frozen.getCaseId()).getOrdersList()).hasSize(1);
    }

    /** The account's bank tells of a transfer to another account; what is known of the account is traced again. */
    private void list(long fen) {
        database.execute(
                "INSERT INTO outflow (application_id, institution_code, account_number, serial, ordinal, kind, amount_fen,"
                        + " booked_at, sequence, payee_institution_code, payee_number, payee_name, payee_kind, pending)"
                        + " SELECT application_id, institution_code, account_number, 'refund', 1, 'TRANSFER', " + fen
                        + ", '"
                        + time.instant()
                        + "', 0, institution_code, '6222020000000000901', '', 'BANK_PERSONAL', false FROM stop_order");
        database.execute("UPDATE claim SET revision = revision + 1, due_at = '" + time.instant() + "'");
    }

    @Test
    void restThatIsNotRenewedLapsesAtItsOriginalEnd() {
        Freeze frozen = frozen();
        deliver(refund(frozen, 1, PAID));
        awaitBooked(frozen, TAINT - PAID, 0, PAID);

        advanceHoldsAt(Instant.ofEpochSecond(
                frozen.getExpiresAt().getSeconds(), frozen.getExpiresAt().getNanos()));

        awaitState(frozen.getApplicationId(), FreezeState.FREEZE_STATE_AUTO_LIFTED);
        bookAll();
        assertThat(booked(frozen.getCaseId(), account, FundsPosition.FUNDS_POSITION_LAPSED))
                .isEqualTo(TAINT - PAID);
        assertThat(booked(frozen.getCaseId(), account, FundsPosition.FUNDS_POSITION_RETURNED))
                .isEqualTo(PAID);
    }

    private Freeze frozen() {
        String caseId = filedCase();
        Freeze frozen = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
        awaitBooked(frozen, TAINT, 0, 0);
        return shown(frozen.getApplicationId());
    }

    private Event refund(Freeze freeze, int revision, long fen) {
        return Refunded.of(freeze, payment, revision, fen, time.instant());
    }

    private void deliver(Event event) {
        assertThat(freeze().deliver(List.of(event)).getDeferredEventIdsList()).isEmpty();
    }

    /** The freeze once it is shown, and booked, with these sums; held is what it holds, or held last. */
    private Freeze awaitBooked(Freeze freeze, long held, long lifted, long returned) {
        Freeze shown = awaitShown(freeze.getApplicationId(), now -> {
            assertThat(now.getFrozenFen()).isEqualTo(held);
            assertThat(now.getReturnedFen()).isEqualTo(returned);
        });
        assertBooks(freeze.getCaseId(), lifted > 0 ? 0 : held, lifted, returned);
        return shown;
    }

    /** What recovery has, what the case's trace shows, and conservation. */
    private void assertBooks(String caseId, long frozen, long lifted, long returned) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            bookAll();
            assertThat(List.of(
                            booked(caseId, account, FundsPosition.FUNDS_POSITION_FROZEN),
                            booked(caseId, account, FundsPosition.FUNDS_POSITION_LIFTED),
                            booked(caseId, account, FundsPosition.FUNDS_POSITION_RETURNED)))
                    .containsExactly(frozen, lifted, returned);
        });
        assertConserved();
        assertThat(freeze().progress(caseId).getReturnedFen()).isEqualTo(returned);
        assertThat(freeze().progress(caseId).getConserved()).isTrue();
        assertThat(freeze().trace(caseId).getTotal().getReturnedFen()).isEqualTo(returned);
        assertThat(freeze().trace(caseId).getTotal().getUnknownFen()).isZero();
    }

    private HoldChanged told() {
        publishing.publish().await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> database.number("SELECT count(*) FROM outbox") == 0);
        return world.recovery.facts(HoldChanged.getDefaultInstance()).stream()
                .filter(told -> told.getMeasure() == HoldMeasure.HOLD_MEASURE_FREEZE)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
