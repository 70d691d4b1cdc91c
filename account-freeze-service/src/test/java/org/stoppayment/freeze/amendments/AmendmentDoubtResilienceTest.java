package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.amendments.domain.StopAmendment.Kind;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** No answer about a lift, an extension or paperwork is neither success nor failure. */
@QuarkusTest
class AmendmentDoubtResilienceTest extends AmendmentFixture {

    @Test
    void inquiryFindsTheLiftThatWasNeverAnsweredFor() {
        StopOrder order = unheard(Kind.LIFT, "0000");
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);

        waitAndAdvanceAmendments();

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(sent(Kind.LIFT)).isEqualTo(1);
    }

    @Test
    void inquiryFindsTheExtensionThatWasNeverAnsweredFor() {
        StopOrder order = unheard(Kind.EXTENSION, "0000");
        assertThat(now(order).getExtended()).isFalse();

        waitAndAdvanceAmendments();

        assertThat(end(now(order))).isEqualTo(end(order).plus(TERM));
        assertThat(sent(Kind.EXTENSION)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatTheInquiryFindsDoneIsDoneAndWasSentOnce(Kind kind) {
        StopOrder order = unheard(kind, "0000");
        assertThat(messageStates()).containsExactly("IN_DOUBT");

        waitAndAdvanceAmendments();
        waitAndAdvanceAmendments();

        assertThat(messageStates()).containsExactly("DONE");
        assertThat(sent(kind)).isEqualTo(1);
        assertThat(gateway().inquiriesAfter(message())).isEqualTo(1);
        assertThat(now(order).getFlagsList()).isEmpty();
        assertThat(alerts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatTheInquiryFindsRefusedLeavesTheStopAndAPersonIsTold(Kind kind) {
        StopOrder order = unheard(kind, "0300");

        waitAndAdvanceAmendments();

        assertThat(messageStates()).containsExactly("DECLINED");
        assertThat(sent(kind)).isEqualTo(1);
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(end(now(order))).isEqualTo(end(order));
        assertThat(alerts()).singleElement().satisfies(told -> assertThat(told.getDetail())
                .isEqualTo(kind + " of order " + order.getApplicationId() + " 0300"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void inquiryThatCouldNotBeMadeIsMadeAgainAndNothingIsSentTwice(Kind kind) {
        with(kind, gateway().unheard("0000"));
        advanceAmendments();
        gateway()
                .onInquiry(
                        payee.getNumber(),
                        Bank.answers(Outcomes.notSent()),
                        Bank.says("200008"),
                        Bank.answers(Outcomes.noAnswer()),
                        Bank.says("0000"));

        for (int inquiry = 1; inquiry <= 4; inquiry++) {
            assertThat(messageStates()).containsExactly("IN_DOUBT");
            waitAndAdvanceAmendments();
        }

        assertThat(messageStates()).containsExactly("DONE");
        assertThat(sent(kind)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void senderThatDiedLeavesAMessageThatIsInquiredAfterBeforeItIsSentAgain(Kind kind) {
        with(kind, Bank.answers(Outcomes.noAnswer()), Bank.says("0000"));
        advanceAmendments();
        // As a process leaves it that dies while it sends.
        database.execute("UPDATE follow_up SET state = 'SENDING', due_at = '-infinity'");
        gateway().onInquiry(payee.getNumber(), Bank.answers(Outcomes.notSent()), Bank.answers(Outcomes.notKnown()));

        advanceAmendments();
        assertThat(messageStates()).containsExactly("IN_DOUBT");
        waitAndAdvanceAmendments();
        assertThat(messageStates()).containsExactly("QUEUED");
        assertThat(sent(kind)).isEqualTo(1);
        waitAndAdvanceAmendments();

        assertThat(messageStates()).containsExactly("DONE");
        assertThat(sent(kind)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0000, DONE, LIFTED", "0600, DECLINED, IN_EFFECT"})
    void answerOfASenderThatCountedAsDeadCountsAllTheSame(String code, String message, String state) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        StopOrder order = with(Kind.LIFT, Bank.holds(answer, Bank.says(code)));
        gateway().onInquiry(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        await().atMost(PATIENCE).until(() -> sent(Kind.LIFT) == 1);
        time.jump(Duration.ofSeconds(9));
        advanceAmendments();
        assertThat(messageStates()).containsExactly("IN_DOUBT");

        answer.complete(null);
        awaitQuiet();

        assertThat(messageStates()).containsExactly(message);
        assertThat(now(order).getState()).isEqualTo(StopOrderState.valueOf("STOP_ORDER_STATE_" + state));
    }

    private StopOrder unheard(Kind kind, String code) {
        StopOrder order = with(kind, gateway().unheard(code));
        advanceAmendments();
        return order;
    }
}
