package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** The second and last term of a stop. */
@QuarkusTest
class ExtensionTest extends AmendmentFixture {

    @Test
    void extendedStopHoldsFor48HoursMoreAndNotASecondLess() {
        StopOrder order = inEffect();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway().onExtension(payee.getNumber(), Bank.holds(answer, Bank.says("0000")));
        String extension = extend(order);
        assertThat(extend(order)).as("asked again while it is under way").isEqualTo(extension);
        assertThat(now(order).getExtended()).isFalse();

        answer.complete(null);
        awaitQuiet();

        StopOrder extended = now(order);
        assertThat(extended.getExtended()).isTrue();
        assertThat(end(extended)).isEqualTo(end(order).plus(TERM));
        assertThat(gateway().extensions()).singleElement().satisfies(sent -> {
            assertThat(sent.getApplicationId()).isEqualTo(extension);
            assertThat(sent.getOriginalApplicationId()).isEqualTo(order.getApplicationId());
            assertThat(sent.getExpiresAt()).isEqualTo(order.getExpiresAt());
            assertThat(sent.getOperator().getBadgeNumber()).isEqualTo(Officers.DUTY.getBadgeNumber());
        });
        time.standAt(end(extended).minusSeconds(1));
        advance();
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofSeconds(1));
        advance();
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
    }

    @Test
    void extensionIsRefusedWhereNoneMayBe() {
        StopOrder order = inEffect();
        String id = order.getApplicationId();
        assertThatThrownBy(() -> extend(newCase(), "r", "x")).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> extend("17", "r", "x")).hasMessageContaining("applicationId");
        assertThatThrownBy(() -> extend(id, " ", "x".repeat(101)))
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("reason: value: 1 characters")
                .hasMessageContaining("and 1 more");
        assertThatThrownBy(() -> extend(id, "r", "")).hasMessageContaining("reference: value: 0 characters");
        assertThatThrownBy(() -> extend(id, "r".repeat(201), "x")).hasMessageContaining("201 characters");

        extend(order);
        advanceAmendments();
        assertThatThrownBy(() -> extend(order))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("second term");
        time.jump(Duration.ofHours(97));
        assertThatThrownBy(() -> extend(order)).hasMessageContaining("its term is over");
        advance();
        assertThatThrownBy(() -> extend(order)).hasMessageContaining("LAPSED");
        assertThat(gateway().extensions()).hasSize(1);
    }

    @Test
    void extensionIsInTimeASecondBeforeTheEndAndTooLateAtIt() {
        StopOrder order = inEffect();
        time.standAt(end(order));
        assertThatThrownBy(() -> extend(order)).hasMessageContaining("its term is over");
        time.standAt(end(order).minusSeconds(1));

        extend(order);
        advanceAmendments();

        assertThat(end(now(order))).isEqualTo(end(order).plus(TERM));
    }

    @Test
    void extensionThatTheBankRefusesLeavesTheStopAndMayBeAskedForAgain() {
        StopOrder order = inEffect();
        gateway().onExtension(payee.getNumber(), Bank.says("0600"), Bank.says("0000"));
        String refused = extend(order);
        advanceAmendments();
        assertThat(end(now(order))).isEqualTo(end(order));
        assertThat(now(order).getFlagsList()).contains("EXTENSION_DECLINED");

        assertThat(extend(order)).isNotEqualTo(refused);
        advanceAmendments();

        assertThat(now(order).getExtended()).isTrue();
    }

    @Test
    void silenceAboutAnExtensionIsDoubtAndTheSameOneIsSentAgainOnlyWhenTheBankDoesNotKnowIt() {
        StopOrder order = inEffect();
        gateway().onExtension(payee.getNumber(), Bank.answers(Outcomes.noAnswer()), Bank.says("0000"));
        String extension = extend(order);
        advanceAmendments();
        assertThat(now(order).getExtended()).isFalse();

        for (int i = 0; i < 3; i++) {
            time.jump(Duration.ofSeconds(31));
            advanceAmendments();
        }

        assertThat(end(now(order))).isEqualTo(end(order).plus(TERM));
        assertThat(gateway().extensions()).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.getApplicationId()).isEqualTo(extension);
            assertThat(sent.getExpiresAt()).isEqualTo(order.getExpiresAt());
        });
    }

    @Test
    void extendedAccountHadItsTwoStopsWhateverCaseAsksForAThird() {
        StopOrder order = inEffect();
        extend(order);
        advanceAmendments();
        time.standAt(end(now(order)));
        advance();
        String other = newCase();

        freeze().deliver(Report.of(other).paid(payee, 100));

        assertThat(awaitOrder(other, payee, STOP_ORDER_STATE_DECLINED).getResultCode())
                .isEqualTo("1304");
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }

    @Test
    void secondStopOfAnAccountIsNotExtended() {
        inEffect();
        time.jump(Duration.ofHours(49));
        advance();
        String other = newCase();
        freeze().deliver(Report.of(other).paid(payee, 100));
        StopOrder second = awaitOrder(other, payee, STOP_ORDER_STATE_IN_EFFECT);

        assertThatThrownBy(() -> extend(second))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("stops of the account: 2");

        assertThat(gateway().extensions()).isEmpty();
    }
}
