package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;
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

    @Test
    void orderIsResolvedByWhatItsInstitutionSaid() throws IOException {
        assertThat(terminal.run("manual", "list")).isZero();
        assertThat(terminal.err()).contains("--page next");

        assertThat(resolve("{\"resultCode\":\"0000\"}")).isZero();
        assertThat(terminal.out()).contains("\"resultCode\": \"0000\"", "\"reference\": \"fax\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015-12-31T23:59:59Z", "2999-03-01T02:00:00Z"})
    void impossibleStopMomentIsRefused(String stoppedAt) throws IOException {
        assertThat(resolve("{\"resultCode\":\"0000\",\"stoppedAt\":\"" + stoppedAt + "\"}"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .contains("stoppedAt: " + stoppedAt + " (expected: 2016-01-01T00:00:00Z .. ", "a day from now)");
    }

    @Test
    void stopMomentOfTodayIsAccepted() throws IOException {
        assertThat(resolve("{\"resultCode\":\"0000\",\"stoppedAt\":\"" + SystemTime.SOURCE.instant() + "\"}"))
                .isZero();
    }

    private int resolve(String feedback) throws IOException {
        Path file = Files.writeString(directory.resolve("feedback.json"), feedback);
        return terminal.run(
                ("manual resolve lost -o json --reference fax --organisation 110 --badge 100234 --feedback " + file)
                        .split(" "));
    }
}
