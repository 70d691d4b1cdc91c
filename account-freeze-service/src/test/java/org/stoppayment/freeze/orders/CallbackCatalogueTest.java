package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.gateway.v1.Feedback;

/** Unusual callbacks: each is recorded, and the books add up. A callback that is recorded is answered with 204. */
@QuarkusTest
class CallbackCatalogueTest extends TracingFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    @Test
    void ofFiftyContradictingCallbacksAtOnceTheFirstCountsAndNoneFails() {
        String id = accepted(100_000);
        Instant at = time.stand();
        List<Callable<Boolean>> callbacks = IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(
                        index -> () -> freeze().callBack(ICBC, Outcomes.stopped(id, at, 1_000 + index)))
                .toList();

        try (LogListener log = LogListener.start()) {
            List<Boolean> replayed = atOnce(callbacks);

            assertThat(replayed)
                    .as("said nothing new")
                    .filteredOn(said -> !said)
                    .hasSize(1);
            assertThat(log.alarms()).isEmpty();
            StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
            assertThat(order.getBalanceHeldFen()).isEqualTo(1_000 + replayed.indexOf(false));
            assertThat(order.getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 10_000})
    void manyBookingsAreFollowed(int count) {
        String id = accepted(100_000_000);
        Account next = Report.account(ABC);
        Feedback.Builder feedback = Outcomes.stopped(id, time.instant(), 0);
        IntStream.range(0, count).forEach(index -> feedback.addOutflows(to(next, "T-" + index, 100, 1)));

        assertThat(freeze().recordFeedback(ICBC, feedback).getMissingList()).isEmpty();

        assertThat(node(awaitTrace(caseId), next).getSums().getReceivedFen()).isEqualTo(100L * count);
    }

    @Test
    void moreThanWasOrderedIsRecordedAndOnlyTheReportedMoneyIsFollowed() {
        String id = accepted(1_000);
        Account next = Report.account(ABC);

        freeze().callBack(ICBC, Outcomes.stopped(id, time.instant(), 9_000).addOutflows(to(next, "1", 5_000, 1)));

        Trace trace = awaitTrace(caseId);
        assertAddsUp(trace);
        assertThat(trace.getTotal().getReportedFen()).isEqualTo(1_000);
        assertThat(trace.getTotal().getHeldFen()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void cycleIsRecordedAndFollowedOnce() {
        String id = accepted(1_000);
        Account next = Report.account(ABC);
        moved(next, 0, to(payee, "2", 1_000, 2));

        freeze().callBack(
                        ICBC,
                        Outcomes.stopped(id, time.instant(), 1_000)
                                .addOutflows(to(next, "1", 1_000, 1))
                                .addInflows(Outcomes.inflow("2", 1_000, IN.plusSeconds(120))
                                        .setPayer(next)));

        Trace trace = awaitTrace(caseId);
        assertAddsUp(trace);
        assertThat(trace.getTotal().getHeldFen()).isEqualTo(1_000);
    }

    @Test
    void callbackToAFinalStateSaysNothingNew() {
        String id = accepted(1_000);
        Feedback.Builder declined =
                Feedback.newBuilder().setApplicationId(id).setResultCode("0301").addMismatched("account.name");
        assertThat(freeze().callBack(ICBC, declined)).isFalse();
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);

        assertThat(freeze().callBack(ICBC, declined)).isTrue();
        assertThat(freeze().callBack(ICBC, declined.clone().setResultCode("0300")))
                .isTrue();

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_DECLINED).getResultCode())
                .isEqualTo("0301");
    }

    /** The id of an order that its institution has accepted and will call back about. */
    private String accepted(long fen) {
        gateway().onSend(payee.getNumber(), id -> Bank.done(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, fen));
        return awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
    }
}
