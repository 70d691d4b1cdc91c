package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;

/** The orders that wait for a person, as a list to work from. */
class ManualCommandTest extends CommandTestBase {

    private String caseId = "";

    @BeforeEach
    void oneWaits() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
        services.manual(StopOrder.newBuilder()
                .setApplicationId("lost")
                .setCaseId(caseId)
                .setManualReason("NO_ROUTE")
                .setTaintedFen(14_000_000)
                .setAccount(Account.newBuilder().setNumber("6214830000000000018"))
                .addCandidateInstitutionCodes("308584000013")
                .addCandidateInstitutionCodes("102100099996")
                .addTimeline(TimelineEntry.newBuilder()
                        .setState(StopOrderState.STOP_ORDER_STATE_MANUAL)
                        .setAt(Timestamps.subtract(
                                Timestamps.fromMillis(
                                        SystemTime.SOURCE.instant().toEpochMilli()),
                                Durations.fromSeconds(3 * 3600 + 90))))
                .build());
    }

    @Test
    void listShowsWhatIsAtStakeSinceWhenAndTheCandidatesByName() {
        assertThat(terminal.run("manual", "list", "-o", "wide")).isZero();
        assertThat(terminal.out())
                .containsPattern("lost +" + caseId + " +3 h 1 min +140,000.00 +6214830000000000018 +- +NO_ROUTE"
                        + " +308584000013 招行, 102100099996 工行");
    }

    @Test
    void victimIsMaskedUnlessUnmaskedIsGiven() {
        terminal.run("manual", "list");
        assertThat(terminal.out()).contains("***").doesNotContain("林某", "13800000002");

        terminal.run("manual", "list", "--unmasked");
        assertThat(terminal.out()).contains("林某", "13800000002");
    }

    @Test
    void listIsShownWhileIntakeIsAway() {
        services.contactsUnavailable();

        assertThat(terminal.run("manual", "list")).isZero();
        assertThat(terminal.out()).contains("lost", "140,000.00");
        assertThat(terminal.err()).contains("case-intake could not be asked (UNAVAILABLE)");
    }
}
