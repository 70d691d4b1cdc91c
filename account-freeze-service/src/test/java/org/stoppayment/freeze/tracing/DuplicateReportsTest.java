package org.stoppayment.freeze.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.PossibleDuplicate;

/** The same transfer, reported at two desks under two request ids. */
@QuarkusTest
class DuplicateReportsTest extends TracingFixture {

    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final String first = newCase();
    private final String second = newCase();
    private final Account victim = account();
    private final Account mule = account();

    @Test
    void sameTransferOfTwoDesksIsFlaggedAndAlertedOnce() {
        reported(first, victim, 1000, Duration.ZERO);
        reported(second, victim, 1000, TOLERANCE);
        freeze().deliver(Report.supplement(first).paidFrom(victim, mule, 7000, IN.plus(Duration.ofHours(1))));
        awaitTrace(first);

        assertThat(duplicates(second))
                .extracting(PossibleDuplicate::getOtherCaseId)
                .containsExactly(first);
        assertThat(duplicates(first)).isEmpty();
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getCaseId()).isEqualTo(second);
            assertThat(alert.getDetail()).endsWith("of case " + first);
        });
        assertThat(gateway().sendsTo(mule.getNumber())).hasSize(1);
    }

    @Test
    void reportThatArrivesLateLeavesTheLaterOneTheDuplicate() {
        String early = "01890000-0000-7000-8000-000000000001";
        String late = "01890000-0000-7000-8000-000000000002";
        deliver(first, late);

        deliver(second, early);

        assertThat(duplicates(second)).isEmpty();
        assertThat(duplicates(first))
                .extracting(PossibleDuplicate::getOtherCaseId)
                .containsExactly(second);
        assertThat(alerts()).extracting(Alert::getCaseId).containsExactly(first);
    }

    @Test
    void reportAfterTheStopHasEndedIsFlaggedToo() {
        reported(first, victim, 1000, Duration.ZERO);
        time.jump(Duration.ofHours(49));
        advance();

        reported(second, victim, 1000, Duration.ZERO);

        assertThat(duplicates(second)).hasSize(1);
    }

    @Test
    void sameSerialIsEnoughWithoutAPayer() {
        deliver(first, Account.getDefaultInstance(), 1000, Duration.ZERO, "S-9");
        deliver(second, victim, 1000, Duration.ZERO, "S-9");

        assertThat(duplicates(second)).hasSize(1);
    }

    @Test
    void anotherSumTimeOrPayerIsAnotherTransfer() {
        reported(first, victim, 1000, Duration.ZERO);
        reported(second, victim, 1001, Duration.ZERO);
        reported(newCase(), victim, 1000, TOLERANCE.plusSeconds(1));
        reported(newCase(), account(), 1000, Duration.ZERO);

        assertThat(alerts()).isEmpty();
        assertThat(duplicates(second)).isEmpty();
    }

    private void reported(String caseId, Account payer, long fen, Duration later) {
        deliver(caseId, payer, fen, later, "");
    }

    private void deliver(String caseId, String transferId) {
        deliver(caseId, Report.of(caseId).transfer(transferId, victim, mule, 1000, IN, ""));
    }

    private void deliver(String caseId, Account payer, long fen, Duration later, String serial) {
        deliver(caseId, Report.of(caseId).transfer(newCase(), payer, mule, fen, IN.plus(later), serial));
    }

    private void deliver(String caseId, Report report) {
        freeze().deliver(report);
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        awaitTrace(caseId);
    }

    private List<PossibleDuplicate> duplicates(String caseId) {
        List<PossibleDuplicate> found = freeze().progress(caseId).getPossibleDuplicatesList();
        assertThat(freeze().trace(caseId).getPossibleDuplicatesList()).isEqualTo(found);
        return found;
    }

    private List<Alert> alerts() {
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == AlertKind.ALERT_KIND_POSSIBLE_DUPLICATE_REPORT)
                .toList();
    }
}
