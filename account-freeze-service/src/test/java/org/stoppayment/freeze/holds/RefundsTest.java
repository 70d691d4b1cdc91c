package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Refunded;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FreezeTimelineEntry;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsRequest;

/** 资金返还: what is paid to victims out of a freeze lowers what it holds. */
@QuarkusTest
class RefundsTest extends RefundFixture {

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
        UUID other = FreshIds.next();
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
    void refundsThatAreToldAtOnceAreOneTransactionAndCountOnce() {
        Freeze frozen = frozen();
        List<Event> events = List.of(
                refund(frozen, 1, PAID),
                refund(frozen, 2, PAID + 1),
                Refunded.of(frozen, FreshIds.next(), 1, 1_000, time.instant()));

        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Event event = events.get(i % events.size());
            calls.add(CompletableFuture.runAsync(() -> deliver(event)));
        }
        calls.forEach(CompletableFuture::join);

        awaitBooked(frozen, TAINT - PAID - 1_001, 0, PAID + 1_001);
        assertThat(database.number("SELECT count(*) FROM freeze_refund")).isEqualTo(events.size());
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
}
