package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.CaseProgress;

/** Transfers that are put right while something else happens to them: their money is counted once. */
@QuarkusTest
class CorrectionRaceTest extends FreezeFixture {

    @RepeatedTest(6)
    void moneyThatIsPutRightWhileItsAccountIsMovedIsTakenBackWhereItIs() {
        for (int round = 0; round < 12; round++) {
            String caseId = newCase();
            String wrong = newCase();
            Account unroutable = Report.account("", "1" + account().getNumber().substring(1));
            freeze().deliver(Report.of(caseId).paid(wrong, unroutable, 1000).paid(unroutable, 50));
            String id = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getApplicationId();
            Report correction = Report.of(caseId).correcting(wrong, newCase(), account(), 900);

            atOnce(List.<Callable<Object>>of(
                    () -> freeze().route(id, ABC, "officer 5"), () -> freeze().deliver(correction)));
            freeze().deliver(correction);

            assertThat(freeze().progress(caseId).getReportedFen())
                    .as("reported, round %d", round)
                    .isEqualTo(950);
            assertThat(database.rows(
                            "SELECT reported_fen FROM claim WHERE account_number = ? AND reported_fen > 0",
                            unroutable.getNumber()))
                    .as("claims on the account, round %d", round)
                    .containsExactly(List.of("50"));
        }
    }

    @RepeatedTest(6)
    void transferThatIsPutRightTwiceAtTheSameMomentIsTakenBackOnce() {
        String caseId = newCase();
        String wrong = newCase();
        Account payee = account();
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 1000).paid(payee, 5000));
        List<Event> corrections = IntStream.range(0, 24)
                .mapToObj(i -> Report.of(caseId)
                        .correcting(wrong, newCase(), account(), 900)
                        .event())
                .toList();

        await().atMost(PATIENCE).until(() -> freeze().deliver(corrections).getDeferredEventIdsCount() == 0);

        CaseProgress progress = freeze().progress(caseId);
        assertThat(progress.getIntakeEvents()).isEqualTo(25);
        assertThat(progress.getReportedFen()).isEqualTo(5900);
    }

    @Test
    void transferThatOnePlacementPutsRightTwiceIsTakenBackOnce() {
        String caseId = newCase();
        String wrong = newCase();
        freeze().deliver(Report.of(caseId).paid(wrong, account(), 1000));

        freeze().deliver(Report.of(caseId)
                .correcting(wrong, newCase(), account(), 600)
                .correcting(wrong, newCase(), account(), 300));

        assertThat(freeze().progress(caseId).getReportedFen()).isEqualTo(900);
    }
}
