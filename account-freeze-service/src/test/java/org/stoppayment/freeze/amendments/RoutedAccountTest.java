package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** An account that nobody could place, and that a person finds the institution of. */
@QuarkusTest
class RoutedAccountTest extends FreezeFixture {

    private final String caseId = newCase();
    /** No code, and a number that begins with nobody's BIN. */
    private final Account unroutable =
            Report.account("", "1" + account().getNumber().substring(1));

    private StopOrder manual(String of) {
        freeze().deliver(Report.of(of).paid(unroutable, 700));
        return awaitOrder(of, unroutable, STOP_ORDER_STATE_MANUAL);
    }

    @Test
    void orderOfACaseThatWaitedBehindAnUnroutedOneGoesOutWhenThatOneIsDeclined() {
        String second = newCase();
        StopOrder first = manual(caseId);
        freeze().deliver(Report.of(second).paid(unroutable, 300));
        gateway().onSend(unroutable.getNumber(), Bank.says("0400"), gateway().stops(900));

        freeze().route(first.getApplicationId(), ABC, "officer 5");
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
        book();
        advance();

        StopOrder own = awaitOrder(second, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(own.getJoined()).isFalse();
        assertThat(gateway().sendsTo(unroutable.getNumber()))
                .hasSize(2)
                .extracting(SendStopRequest::getInstitutionCode, sent -> sent.getAccount()
                        .getInstitutionCode())
                .containsOnly(tuple(ABC, ABC));
        bookAll();
        assertThat(freeze().progress(second).getTaintedHeldFen()).isEqualTo(300);
    }

    @Test
    void orderThatHadEndedIsStillSeenInItsCaseWhenItsAccountIsMoved() {
        StopOrder first = manual(caseId);
        freeze().record(first.getApplicationId(), Feedback.newBuilder().setResultCode("0300"), "telephone");
        String second = newCase();
        StopOrder routed = manual(second);

        freeze().route(routed.getApplicationId(), ABC, "officer 5");

        assertThat(freeze().order(first.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_DECLINED);
        assertThat(freeze().progress(caseId).getOrdersList())
                .extracting(StopOrder::getApplicationId)
                .containsExactly(first.getApplicationId(), routed.getApplicationId());
    }

    @RepeatedTest(5)
    void reportThatNamesAnAccountWhileItIsMovedIsNotForgotten() {
        for (int round = 0; round < 10; round++) {
            Account account = Report.account("", "1" + account().getNumber().substring(1));
            String first = newCase();
            freeze().deliver(Report.of(first).paid(account, 700));
            String id = awaitOrder(first, account, STOP_ORDER_STATE_MANUAL).getApplicationId();
            String second = newCase();

            atOnce(List.<Callable<Object>>of(() -> freeze().route(id, ABC, "officer 5"), () -> freeze().deliver(
                            Report.of(second).paid(account, 300))));

            time.jump(Duration.ofSeconds(6));
            book();
            assertThat(
                            database.number(
                                    "SELECT count(*) FROM waiting_order w WHERE NOT EXISTS (SELECT FROM stop_order s WHERE s.live"
                                            + " AND (s.institution_code, s.account_number) = (w.institution_code, w.account_number))"))
                    .as("orders that wait behind nothing, round %d", round)
                    .isZero();
        }
    }

    @Test
    void accountThatHasALiveStopThereIsNotStoppedASecondTime() {
        freeze().deliver(Report.of(newCase()).paid(Report.account(ABC, unroutable.getNumber()), 500));
        StopOrder manual = manual(caseId);

        assertThatThrownBy(() -> freeze().route(manual.getApplicationId(), ABC, "officer 5"))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("has a live stop of ours already");
    }

    @Test
    void accountThatHadItsTwoStopsThereIsNotStoppedAThirdTime() {
        Account there = Report.account(ABC, unroutable.getNumber());
        for (int stop = 0; stop < 2; stop++) {
            String earlier = newCase();
            freeze().deliver(Report.of(earlier).paid(there, 100));
            awaitOrder(earlier, STOP_ORDER_STATE_IN_EFFECT);
            time.jump(Duration.ofHours(49));
            advance();
        }
        StopOrder manual = manual(caseId);

        assertThatThrownBy(() -> freeze().route(manual.getApplicationId(), ABC, "officer 5"))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("had its 2 stops");

        assertThat(gateway().sendsTo(there.getNumber())).hasSize(2);
        assertThat(freeze().order(manual.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_MANUAL);
    }

    @Test
    void orderThatItsInstitutionMayHaveIsNotSentToAnother() {
        Account payee = account();
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        gateway().onInquiry(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        time.jump(Duration.ofMinutes(11));
        advance();
        String id = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getApplicationId();

        assertThatThrownBy(() -> freeze().route(id, ABC, "officer 5"))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("an order that was never sent")
                .hasMessageContaining("record what " + ICBC + " says, or correct the report");

        freeze().callBack(ICBC, Outcomes.stopped(id, time.instant(), 60));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void orderWhoseInstitutionNeedsAPersonIsSentToTheSameOneAgain() {
        Account payee = account();
        gateway().onSend(payee.getNumber(), Bank.says("0600"), gateway().stops(900));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        StopOrder manual = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);

        freeze().route(manual.getApplicationId(), ICBC, "document 7 is there");
        advance();

        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().formsOf(manual.getApplicationId())).isEqualTo(1);
    }

    @Test
    void orderThatTheGatewayCouldNotReadWentToNobodyAndMayGoToAnother() {
        Account payee = account();
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.fails(Status.INVALID_ARGUMENT),
                        gateway().stops(900));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        StopOrder manual = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);
        assertThat(manual.getAttempts()).isZero();

        freeze().route(manual.getApplicationId(), ABC, "officer 5");
        advance();

        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void orderThatWaitedBehindOneWithoutAnInstitutionHasNoneEitherAndMayBeRouted() {
        StopOrder first = manual(caseId);
        String second = newCase();
        freeze().deliver(Report.of(second).paid(unroutable, 300));
        freeze().record(first.getApplicationId(), Feedback.newBuilder().setResultCode("0300"), "telephone");
        book();
        advance();

        StopOrder own = awaitOrder(second, STOP_ORDER_STATE_MANUAL);
        assertThat(own.getManualReason()).isEqualTo("NO_ROUTE");
        freeze().route(own.getApplicationId(), ABC, "officer 5");
        advance();

        awaitOrder(second, unroutable, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void accountThatWasStoppedWhereItIsNamedIsNotMoved() {
        StopOrder first = manual(caseId);
        freeze().record(first.getApplicationId(), Outcomes.stopped("", time.instant(), 500), "telephone");
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofHours(49));
        advance();
        String second = newCase();
        StopOrder later = manual(second);

        assertThatThrownBy(() -> freeze().route(later.getApplicationId(), ABC, "officer 5"))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("an account of which nothing was told where it is named");
        assertThat(freeze().order(later.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_MANUAL);
    }
}
