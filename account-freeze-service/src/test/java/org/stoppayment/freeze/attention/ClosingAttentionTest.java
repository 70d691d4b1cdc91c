package org.stoppayment.freeze.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_DECLINED;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_HELD_BY_OTHER;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_UNHELD;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_UNSPECIFIED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_HELD_BY_OTHER;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.AttentionFixture;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.freeze.v1.AttentionItem;
import org.stoppayment.proto.freeze.v1.CloseAttentionRequest;

/** Closing what needs attention, and when it comes back. */
@QuarkusTest
class ClosingAttentionTest extends AttentionFixture {

    private final String wrong = newCase();

    /** Little enough that nothing is unknown beside it. */
    private AttentionItem declined(long fen) {
        gateway().onSend(payee.getNumber(), Bank.says("0301"));
        freeze().deliver(Report.of(caseId).paid(wrong, payee, fen));
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
        return item(ATTENTION_REASON_DECLINED);
    }

    @Test
    void closedItemIsGoneFromAllViewsAndKeepsWhoClosedItAndWhy() {
        AttentionItem item = declined(5_000);

        AttentionItem closed = close(item);

        assertThat(closed.getClosure().getOfficer().getBadgeNumber()).isEqualTo("774411");
        assertThat(closed.getClosure().getNote()).isEqualTo("asked at the branch");
        assertThat(closed.getClosure().getAtRiskFen()).isEqualTo(5_000);
        assertThat(open()).isEmpty();
        assertSettledWith(caseId);
        assertThat(database.rows("SELECT organisation, badge_number, note, at_risk_fen FROM attention_closure"))
                .singleElement()
                .asList()
                .containsExactly("110", "774411", "asked at the branch", "5000");
    }

    @Test
    void repeatedCallChangesNothingAndAnotherOfficerIsRefused() {
        AttentionItem item = declined(5_000);
        AttentionItem first = close(item);

        assertThat(close(item)).isEqualTo(first);
        assertThat(database.number("SELECT count(*) FROM attention_closure")).isOne();
        assertThat(refusal(closing(item).setNote("something else"))).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refusal(with(item, request -> request.getOfficerBuilder().setBadgeNumber("2"))))
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
    }

    @Test
    void officersWhoCloseItAtOnceGetOneClosure() {
        AttentionItem item = declined(5_000);

        assertThat(atOnce(6, () -> close(item))).containsOnly(close(item));
        assertThat(database.number("SELECT count(*) FROM attention_closure")).isOne();
    }

    @Test
    void moneyThatIsNotHeldComesBackUnderTheLatestOrderWhenAnotherStopIsInVain() {
        String lapsed = stopped(payee, 50_000, 50_000);
        time.jump(TERM_AND_MORE);
        advance();
        bookAll();
        assertThat(item(ATTENTION_REASON_UNHELD).getApplicationId()).isEqualTo(lapsed);
        close(item(ATTENTION_REASON_UNHELD));
        examineAttention();
        assertThat(open()).isEmpty();

        gateway().onSend(payee.getNumber(), Bank.says("1301"));
        restop(lapsed);
        awaitQuiet();
        bookAll();

        AttentionItem again = item(ATTENTION_REASON_UNHELD);
        assertThat(again.getApplicationId()).isNotEqualTo(lapsed);
        assertThat(again.getState()).isEqualTo(STOP_ORDER_STATE_HELD_BY_OTHER);
        assertThat(again.getResultCode()).isEqualTo("1301");
        assertThat(again.getAtRiskFen()).isEqualTo(50_000);
        close(again);
        assertThat(open()).isEmpty();
    }

    @Test
    void itemComesBackWhenMoreIsAtRiskAndNotWhenLessIs() {
        AttentionItem item = declined(5_000);
        close(item);

        freeze().deliver(Report.of(caseId).correcting(wrong, newCase(), payee, 4_000));
        awaitOrder(caseId, 1, STOP_ORDER_STATE_DECLINED);
        assertThat(item(ATTENTION_REASON_DECLINED).getApplicationId())
                .as("another order is another matter")
                .isNotEqualTo(item.getApplicationId());
        close(item(ATTENTION_REASON_DECLINED));
        assertThat(open()).isEmpty();

        database.execute("UPDATE claim SET reported_fen = 3999"); // as a correction beside an order would
        assertThat(open()).isEmpty();
        database.execute("UPDATE claim SET reported_fen = 4000");
        assertThat(open()).isEmpty();
        database.execute("UPDATE claim SET reported_fen = 4001");
        assertThat(item(ATTENTION_REASON_DECLINED).getAtRiskFen()).isEqualTo(4_001);
        close(item(ATTENTION_REASON_DECLINED));
        assertThat(open()).isEmpty();

        database.execute("UPDATE claim SET reported_fen = 4000"); // for the books to add up afterwards
    }

    @Test
    void whatIsNoItemIsNotFound() {
        AttentionItem item = declined(5_000);

        assertThat(refusal(with(item, request -> request.getKeyBuilder().setReason(ATTENTION_REASON_HELD_BY_OTHER))))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(refusal(with(item, request -> request.getKeyBuilder().setCaseId(newCase()))))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(refusal(with(item, request -> request.getKeyBuilder().setAccountNumber("1"))))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(open()).hasSize(1);
    }

    @Test
    void whatIsMissingIsRefusedAtOnceWithoutShowingNumbers() {
        AttentionItem item = declined(5_000);

        Throwable refused =
                catchThrowable(() -> freeze().attention().closeAttention(CloseAttentionRequest.getDefaultInstance()));
        assertThat(refused)
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContainingAll("key.caseId", "and 5 more");
        assertThat(refusal(with(item, request -> request.getKeyBuilder().setReason(ATTENTION_REASON_UNSPECIFIED))))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal(closing(item).setNote("x".repeat(201)))).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal(closing(item).setNote("x".repeat(200)))).isEqualTo(Status.Code.OK);
    }

    private static CloseAttentionRequest.Builder with(
            AttentionItem item, Consumer<CloseAttentionRequest.Builder> change) {
        CloseAttentionRequest.Builder request = closing(item);
        change.accept(request);
        return request;
    }

    private Status.Code refusal(CloseAttentionRequest.Builder request) {
        Throwable refused = catchThrowable(() -> freeze().attention().closeAttention(request.build()));
        if (refused != null) {
            assertThat(refused.getMessage()).doesNotContain(payee.getNumber());
        }
        return refused == null ? Status.Code.OK : Status.fromThrowable(refused).getCode();
    }
}
