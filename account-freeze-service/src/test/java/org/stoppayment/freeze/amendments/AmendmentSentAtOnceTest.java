package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.amendments.domain.StopAmendment.Kind;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** What an officer orders goes out without a look, and waits for nobody else's bank. */
@QuarkusTest
class AmendmentSentAtOnceTest extends AmendmentFixture {

    @Test
    void extensionGoesOutAsSoonAsItIsDurableInTheLastSecondOfTheTerm() {
        StopOrder order = inEffect();
        time.standAt(end(order).minusSeconds(1));

        extend(order);
        awaitQuiet();

        assertThat(end(now(order))).isEqualTo(end(order).plus(TERM));
        assertThat(messageStates()).containsExactly("DONE");
    }

    @Test
    void liftGoesOutAsSoonAsItIsDurableAndALookThatComesMeanwhileSendsNoOther() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        StopOrder order = with(Kind.LIFT, Bank.holds(answer, Bank.says("0000")));
        await().atMost(PATIENCE).until(() -> sent(Kind.LIFT) == 1);

        lift(order);
        advanceAmendments();
        answer.complete(null);
        awaitQuiet();

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(sent(Kind.LIFT)).isEqualTo(1);
    }

    @Test
    void liftThatItsProcessDiedBeforeSendingIsSentByTheLookAfterItsLease() {
        StopOrder order = inEffect();
        // As a process leaves it that dies between the two.
        database.execute(
                "INSERT INTO follow_up VALUES (gen_random_uuid(), 'LIFT', '%s', 'r', 'x', '%s', 'QUEUED', 0, '', '%s')"
                        .formatted(
                                order.getApplicationId(),
                                time.instant(),
                                time.instant().plusSeconds(8)));
        advanceAmendments();
        assertThat(sent(Kind.LIFT)).as("its lease runs").isZero();

        time.jump(Duration.ofSeconds(8));
        advanceAmendments();

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
    }

    @Test
    void messageThatItsBankIsSlowToAnswerDelaysNoOtherBanks() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        Account elsewhere = Report.account(ABC);
        String other = newCase();
        freeze().deliver(Report.of(other).paid(elsewhere, 1000));
        StopOrder theirs = awaitOrder(other, STOP_ORDER_STATE_IN_EFFECT);
        gateway().onLift(elsewhere.getNumber(), gateway().unheard("0000"));
        lift(theirs);
        StopOrder slow = with(Kind.EXTENSION, gateway().unheard("0000"));
        gateway().onInquiry(payee.getNumber(), Bank.holds(answer, Bank.says("0000")));
        awaitQuiet();

        waitAndAdvanceAmendments();

        assertThat(now(theirs).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(gateway().held()).as("nobody has waited for it").isEqualTo(1);
        answer.complete(null);
        awaitQuiet();
        assertThat(now(slow).getExtended()).isTrue();
    }
}
