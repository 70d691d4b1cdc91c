package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.AbsentBankFixture;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** A bank that is away and returns: it is tried now and then, not by every order that waits, and then gets them at its pace. */
@QuarkusTest
class ReturningBankResilienceTest extends AbsentBankFixture {

    private static final int WAITING = 30;

    @Test
    void absentBankIsTriedByOneOrderAtATimeAndGetsAllAtOnceWhenItAnswers() {
        reportPaid(WAITING);
        assertThat(gateway().sends()).hasSize(WAITING);

        waitAndAdvance();
        assertThat(gateway().sends()).as("one is tried").hasSize(WAITING + 1);
        advance();
        assertThat(gateway().sends()).as("none is due to be tried").hasSize(WAITING + 1);
        time.jump(PROBE_INTERVAL);
        advance();
        assertThat(gateway().sends()).as("another is tried").hasSize(WAITING + 2);

        isAway = false;
        time.jump(PROBE_INTERVAL);
        advance();
        assertThat(inEffect()).as("the one that was tried").isEqualTo(1);
        advance();

        assertThat(inEffect()).isEqualTo(WAITING);
        assertThat(gateway().sends()).hasSize(2 * WAITING + 2);
        assertThat(gateway().sends().stream().skip(WAITING)).allMatch(SendStopRequest::getResend);
    }

    @Test
    void newReportsOrderIsSentAtOnceAndEndsThePauseWhenItIsAnswered() {
        reportPaid(2);
        Account fresh = account();
        isAway = false;

        String other = newCase();
        freeze().deliver(Report.of(other).paid(fresh, 100));
        awaitOrder(other, STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
        advance();

        assertThat(gateway().sendsTo(fresh.getNumber()))
                .extracting(SendStopRequest::getResend)
                .containsExactly(false);
        assertThat(inEffect()).isEqualTo(2);
    }

    @Test
    void absentBankTakesNoTurnFromAnother() {
        reportPaid(WAITING);
        Account elsewhere = Report.account(ABC);
        gateway()
                .onSend(
                        elsewhere.getNumber(),
                        Bank.answers(Outcomes.notSent()),
                        gateway().stops(60));
        String other = newCase();
        freeze().deliver(Report.of(other).paid(elsewhere, 100));
        awaitOrder(other, STOP_ORDER_STATE_QUEUED);

        waitAndAdvance();

        awaitOrder(other, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(inEffect()).isZero();
    }

    @Test
    void doubtIsInquiredAboutWhenTheBankIsBackAndEndsInTimeWhileItIsAway() {
        Account doubted = account();
        gateway().onSend(doubted.getNumber(), Bank.answers(Outcomes.noAnswer()));
        gateway()
                .onInquiry(
                        doubted.getNumber(),
                        Bank.asks(() -> isAway
                                ? Bank.answers(Outcomes.circuitOpen())
                                : gateway().stops(60)));
        String other = newCase();
        freeze().deliver(Report.of(other).paid(doubted, 100));
        StopOrder order = awaitOrder(other, STOP_ORDER_STATE_IN_DOUBT);
        reportPaid(WAITING);

        for (int look = 0; look < 5; look++) {
            waitAndAdvance();
            advance();
        }
        assertThat(gateway().sends().size() + gateway().inquiriesAfter(order.getApplicationId()))
                .as("orders of the reports, and one call for each of five looks")
                .isEqualTo(1 + WAITING + 5);
        time.jump(Duration.ofMinutes(10));
        advance();
        awaitOrder(other, STOP_ORDER_STATE_MANUAL);

        isAway = false;
        waitAndAdvance();
        waitAndAdvance();
        awaitOrder(other, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(inEffect()).isEqualTo(WAITING);
    }

    @Test
    void bankThatIsBackGetsNoMoreResendsAtATimeThanItAnswers() {
        int window = bankIsBack();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        List<Account> many =
                Stream.generate(FreezeFixture::account).limit(2 * window).toList();
        Report report = Report.of(caseId);
        many.forEach(account -> {
            gateway()
                    .onSend(
                            account.getNumber(),
                            Bank.answers(Outcomes.notSent()),
                            Bank.holds(answer, gateway().stops(60)));
            report.paid(account, 100);
        });
        freeze().deliver(report);
        awaitQuiet();

        waitAndAdvance();
        advance();

        assertThat(gateway().held()).isEqualTo(window);
        answer.complete(null);
        awaitQuiet();
        advance();
        assertThat(inEffect()).isEqualTo(2 * window);
    }
}
