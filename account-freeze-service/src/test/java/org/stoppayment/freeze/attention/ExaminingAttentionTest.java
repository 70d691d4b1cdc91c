package org.stoppayment.freeze.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_DECLINED;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_MANUAL;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_UNHELD;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_UNKNOWN;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.attention.application.ExaminingAttention;
import org.stoppayment.freeze.testkit.AttentionFixture;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;

/** What was examined and needs no attention is left alone until it changes, and is not forgotten then. */
@QuarkusTest
class ExaminingAttentionTest extends AttentionFixture {

    private static final String NOTED_CLAIMS = "SELECT count(*) FROM claim WHERE attention_revision = revision";
    private static final String NOTED_ORDERS = "SELECT count(*) FROM stop_order WHERE attention_version = version";

    private final String wrong = newCase();

    @Inject
    ExaminingAttention examining;

    private void examineLater() {
        awaitQuiet();
        bookAll();
        time.jump(Duration.ofMinutes(11));
        examining.examine().await().atMost(PATIENCE);
    }

    private void closeAll() {
        open().forEach(this::close);
        assertThat(open()).isEmpty();
    }

    @Test
    void accountIsNotedOnceItIsClosedAndAtRestForTenMinutes() {
        declined(caseId, payee, 50_000);
        bookAll();
        closeAll();
        examining.examine().await().atMost(PATIENCE);
        assertThat(database.number(NOTED_ORDERS)).as("too early").isZero();
        assertThat(database.number(NOTED_CLAIMS)).as("too early").isZero();

        examineLater();

        assertThat(database.number(NOTED_ORDERS)).isOne();
        assertThat(database.number(NOTED_CLAIMS)).isOne();
    }

    @Test
    void accountWithAnOpenItemIsNotNoted() {
        declined(caseId, payee, 50_000);

        examineLater();

        assertThat(database.number(NOTED_ORDERS)).isZero();
        assertThat(database.number(NOTED_CLAIMS)).isZero();
    }

    @Test
    void closedItemComesBackWhenItsCaseReportsMore() {
        gateway().onSend(payee.getNumber(), Bank.says("0301"));
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 50_000));
        awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
        bookAll();
        closeAll();
        examineLater();
        assertThat(database.number(NOTED_CLAIMS)).isOne();

        freeze().deliver(Report.of(caseId).paid(payee, 20_000));
        awaitOrder(caseId, 1, STOP_ORDER_STATE_DECLINED);

        assertSettledWith(caseId, ATTENTION_REASON_DECLINED, ATTENTION_REASON_UNKNOWN);
        assertThat(openReasons()).containsExactlyInAnyOrder(ATTENTION_REASON_DECLINED, ATTENTION_REASON_UNKNOWN);
        assertThat(item(ATTENTION_REASON_UNKNOWN).getAtRiskFen()).isEqualTo(70_000);
    }

    @Test
    void orderThatWasReplacedIsNotedAndTheNextOnesLapseIsListed() {
        String id = declined(caseId, payee, 50_000);
        gateway().onSend(payee.getNumber(), gateway().stops(50_000));
        restop(id);
        examineLater();
        assertThat(database.number(NOTED_ORDERS)).isOne();
        assertThat(open()).isEmpty();

        time.jump(TERM_AND_MORE);
        advance();
        bookAll();

        assertThat(openReasons()).containsExactly(ATTENTION_REASON_UNHELD);
    }

    @Test
    void caseThatJoinsAnAccountWaitingForAPersonIsListed() {
        gateway().onSend(payee.getNumber(), Bank.says("0600"));
        freeze().deliver(Report.of(caseId).paid(payee, THRESHOLD));
        awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);
        closeAll();
        examineLater();
        String victim = newCase();

        freeze().deliver(Report.of(victim).protecting(payee)); // nothing of it is unknown

        bookAll();
        assertThat(openReasons()).containsExactly(ATTENTION_REASON_MANUAL);
        assertThat(item(ATTENTION_REASON_MANUAL).getKey().getCaseId()).isEqualTo(victim);
    }

    @Test
    void claimThatATraceStepChangesWithoutANewRevisionIsListedAgain() {
        Account second = account();
        moved(payee, 0, to(second, "1", 100_000, 5));
        gateway().onSend(second.getNumber(), gateway().stops(0));
        freeze().deliver(Report.of(caseId).paid(payee, 50_000));
        awaitOrder(caseId, second, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();
        assertThat(item(ATTENTION_REASON_UNKNOWN).getAtRiskFen()).isEqualTo(50_000);
        closeAll();
        examineLater();
        assertThat(database.number(NOTED_CLAIMS)).isOne();

        freeze().deliver(Report.of(caseId).paid(payee, 50_000)); // the transfer to the second account carries it, too
        bookAll();

        assertThat(item(ATTENTION_REASON_UNKNOWN).getAtRiskFen()).isEqualTo(100_000);
    }
}
