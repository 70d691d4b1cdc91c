package org.stoppayment.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.domain.FollowUp.Kind;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** No answer about a lift, an extension or paperwork is neither success nor failure. */
@QuarkusTest
class FollowUpDoubtResilienceTest extends FollowUpBed {

    @Test
    void inquiryFindsTheLiftThatWasNeverAnsweredFor() {
        StopOrder order = unheard(Kind.LIFT, "0000");
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);

        waitAndAdvanceFollowUps();

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(sent(Kind.LIFT)).isEqualTo(1);
    }

    @Test
    void inquiryFindsTheExtensionThatWasNeverAnsweredFor() {
        StopOrder order = unheard(Kind.EXTENSION, "0000");
        assertThat(now(order).getExtended()).isFalse();

        waitAndAdvanceFollowUps();

        assertThat(end(now(order))).isEqualTo(end(order).plus(TERM));
        assertThat(sent(Kind.EXTENSION)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatTheInquiryFindsDoneIsDoneAndWasSentOnce(Kind kind) {
        StopOrder order = unheard(kind, "0000");
        assertThat(messageStates()).containsExactly("IN_DOUBT");

        waitAndAdvanceFollowUps();
        waitAndAdvanceFollowUps();

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

        waitAndAdvanceFollowUps();

        assertThat(messageStates()).containsExactly("DECLINED");
        assertThat(sent(kind)).isEqualTo(1);
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(end(now(order))).isEqualTo(end(order));
        assertThat(alerts()).singleElement().satisfies(told -> assertThat(told.getDetail())
                .isEqualTo(kind + " of order " + order.getApplicationId() + " 0300"));
    }

    private StopOrder unheard(Kind kind, String code) {
        StopOrder order = with(kind, gateway().unheard(code));
        advanceFollowUps();
        return order;
    }
}
