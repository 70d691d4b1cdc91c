package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.PacedBankFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** A bank that takes its time over inquiries: nobody else's order waits for it, and it is not asked more than it may be. */
@QuarkusTest
class SlowBankResilienceTest extends PacedBankFixture {

    private static final Duration TERM = Duration.ofHours(48);

    private final String caseId = newCase();
    private final Account slow = account();
    private final CompletableFuture<Void> answer = new CompletableFuture<>();

    @BeforeEach
    void stand() {
        time.stand();
    }

    @AfterEach
    void answerAfterAll() {
        answer.complete(null);
    }

    @Test
    void inquiryThatTheInstitutionIsSlowToAnswerDelaysNoLapseAndNoResend() {
        Account ending = account();
        gateway().onSend(ending.getNumber(), gateway().stops(700));
        String ends = placed(ending, STOP_ORDER_STATE_IN_EFFECT);
        time.jump(TERM.minusSeconds(31));
        StopOrder doubted = inDoubt(caseId, slow);
        Account elsewhere = Report.account(ABC);
        gateway()
                .onSend(
                        elsewhere.getNumber(),
                        Bank.answers(Outcomes.notSent()),
                        gateway().stops(600));
        String unsent = placed(elsewhere, STOP_ORDER_STATE_QUEUED);

        waitAndAdvance();

        awaitOrder(ends, STOP_ORDER_STATE_LAPSED);
        awaitOrder(unsent, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().held()).as("nobody has waited for it").isEqualTo(1);
        answer.complete(null);
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().inquiriesAfter(doubted.getApplicationId())).isEqualTo(1);
    }

    @Test
    void inquiryAfterAnOrderThatWaitsForAPersonDelaysNoLookEither() {
        StopOrder doubted = inDoubt(caseId, slow);
        gateway().onInquiry(slow.getNumber(), Bank.says("0600"), held());
        waitAndAdvance();
        awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);

        waitAndAdvance();

        assertThat(gateway().inquiriesAfter(doubted.getApplicationId())).isEqualTo(2);
        assertThat(gateway().held()).isEqualTo(1);
        answer.complete(null);
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void orderIsNotInquiredTwiceAtOnceWhateverMakesItDueUntilItsLeaseIsOver() {
        StopOrder doubted = inDoubt(caseId, slow);
        waitAndAdvance();

        dueAgain(doubted);
        advance();
        assertThat(gateway().inquiriesAfter(doubted.getApplicationId())).isEqualTo(1);
        time.jump(Duration.ofSeconds(8));
        advance();

        assertThat(gateway().inquiriesAfter(doubted.getApplicationId())).isEqualTo(2);
        answer.complete(null);
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void bankThatHasAllItMayIsAskedNoMoreAndOthersAre() {
        int capacity = bankIsBack();
        List<Account> many =
                Stream.generate(FreezeFixture::account).limit(capacity).toList();
        Report report = Report.of(caseId);
        many.forEach(account -> {
            doubtful(account);
            report.paid(account, 100);
        });
        freeze().deliver(report);
        awaitQuiet();
        waitAndAdvance();
        assertThat(gateway().held()).isEqualTo(capacity);
        StopOrder left = inDoubt(newCase(), slow);
        gateway().onInquiry(slow.getNumber(), gateway().stops(60));
        Account elsewhere = Report.account(ABC);
        StopOrder asked = inDoubt(newCase(), elsewhere);
        gateway().onInquiry(elsewhere.getNumber(), gateway().stops(60));
        dueAgain(left);
        dueAgain(asked);

        advance();

        assertThat(freeze().order(asked.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().inquiriesAfter(left.getApplicationId())).isZero();
        answer.complete(null);
        awaitQuiet();
        advance();
        assertThat(freeze().order(left.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
    }

    private Bank held() {
        return Bank.holds(answer, gateway().stops(60));
    }

    private void doubtful(Account account) {
        gateway().onSend(account.getNumber(), Bank.answers(Outcomes.noAnswer()));
        gateway().onInquiry(account.getNumber(), held());
    }

    /** An order in doubt; the bank holds inquiries after it open. */
    private StopOrder inDoubt(String one, Account account) {
        doubtful(account);
        freeze().deliver(Report.of(one).paid(account, 100));
        return awaitOrder(one, STOP_ORDER_STATE_IN_DOUBT);
    }

    private String placed(Account account, StopOrderState state) {
        String one = newCase();
        freeze().deliver(Report.of(one).paid(account, 1000));
        awaitOrder(one, state);
        return one;
    }

    private void dueAgain(StopOrder order) {
        database.execute("UPDATE stop_order SET due_at = '%s' WHERE application_id = '%s'"
                .formatted(time.instant(), order.getApplicationId()));
    }
}
